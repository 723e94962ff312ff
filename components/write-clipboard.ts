/**
 * Copies a text. It may still be loading: Safari only lets a page copy during the click, so the clipboard
 * gets the promise at once (Clipboard API §7).
 *
 * @returns `false` if the browser doesn't allow it, or the text can't be loaded.
 */
export async function writeClipboard(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === "string") await navigator.clipboard.writeText(text)
    else await navigator.clipboard.write([new ClipboardItem({ "text/plain": plain(text) })])
    return true
  } catch {
    return false
  }
}

const plain = async (text: Promise<string>) => new Blob([await text], { type: "text/plain" })
