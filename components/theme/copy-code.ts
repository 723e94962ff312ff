import { writeClipboard } from "../write-clipboard"

/** How long a button says what happened, in milliseconds. */
const saidMs = 2_000

/**
 * Makes the copy buttons of all code blocks work, and those that copy what's at an address.
 *
 * @param announce Tells screen readers what happened.
 * @returns A function that stops it.
 */
export function copyCode(announce: (words: string) => void): () => void {
  const onClick = async ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest("[data-copy-code]") : null
    if (!(button instanceof HTMLElement)) return
    const text = textFor(button)
    const copied = await writeClipboard(text)
    button.dataset.copyCode = copied ? "copied" : "refused"
    announce(copied ? "Copied" : await reasonOf(text))
    setTimeout(() => {
      button.dataset.copyCode = ""
      announce("")
    }, saidMs)
  }
  const listener = (event: MouseEvent) => void onClick(event)
  document.addEventListener("click", listener)
  return () => document.removeEventListener("click", listener)
}

function textFor(button: HTMLElement): string | Promise<string> {
  const { copyFrom } = button.dataset
  if (copyFrom) return load(copyFrom)
  return button.closest("[data-code-block]")?.querySelector("pre code")?.textContent ?? ""
}

async function load(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`)
  return response.text()
}

/** Why a text wasn't copied. */
const reasonOf = (text: string | Promise<string>): Promise<string> =>
  Promise.resolve(text).then(
    () => "The browser didn't allow it.",
    () => "It couldn't be loaded. Try again.",
  )
