import { writeClipboard } from "../write-clipboard"

/** How long a button says that it has copied, in milliseconds. */
const saidMs = 2_000

/**
 * Makes the copy buttons of all code blocks work.
 *
 * @param announce Tells screen readers what happened.
 * @returns A function that stops it.
 */
export function copyCode(announce: (words: string) => void): () => void {
  const onClick = async ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest("[data-copy-code]") : null
    if (!(button instanceof HTMLElement)) return
    const code = button.closest("[data-code-block]")?.querySelector("pre code")
    const copied = await writeClipboard(code?.textContent ?? "")
    button.dataset.copyCode = copied ? "copied" : "refused"
    announce(copied ? "Copied" : "The browser didn't allow it.")
    setTimeout(() => {
      button.dataset.copyCode = ""
      announce("")
    }, saidMs)
  }
  const listener = (event: MouseEvent) => void onClick(event)
  document.addEventListener("click", listener)
  return () => document.removeEventListener("click", listener)
}
