/**
 * Copies a text. It may still be loading: Safari only lets a page copy during the click, so the clipboard
 * gets the promise at once (Clipboard API §7).
 *
 * @returns `false` if the browser doesn't allow it, or the text can't be loaded.
 */
export async function writeClipboard(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === "string") await navigator.clipboard.writeText(text)
    else await navigator.clipboard.write([new ClipboardItem({ "text/plain": text.then(plain) })])
    return true
  } catch {
    return false
  }
}

const plain = (text: string) => new Blob([text], { type: "text/plain" })
