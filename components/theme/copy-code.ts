import { writeClipboard } from "../write-clipboard"

/** How long a button says what happened, in milliseconds. */
const saidMs = 2_000

/**
 * Makes the copy buttons of all code blocks work, and those that copy what the link beside them leads
 * to.
 *
 * @param announce Tells screen readers what happened.
 * @returns A function that stops it.
 */
export function copyCode(announce: (words: string) => void): () => void {
  const onClick = async ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest("[data-copy-code]") : null
    if (!(button instanceof HTMLElement)) return
    const link = button.closest(".copy-page")?.querySelector("a")
    const code = button.closest(".code-block")?.querySelector("pre code")
    const copied = await writeClipboard(link ? load(link.href) : (code?.textContent ?? ""))
    button.dataset.copyCode = copied ? "copied" : "refused"
    announce(copied ? "Copied" : "Not copied. Try again.")
    setTimeout(() => {
      button.dataset.copyCode = ""
      announce("")
    }, saidMs)
  }
  const listener = (event: MouseEvent) => void onClick(event)
  document.addEventListener("click", listener)
  return () => document.removeEventListener("click", listener)
}

const load = (address: string): Promise<string> =>
  fetch(address).then((response) => (response.ok ? response.text() : Promise.reject(response)))
