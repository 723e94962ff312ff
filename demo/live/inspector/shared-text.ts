import { readBase64, toBase64url } from "../webauthn/base64"
import { readUtf8 } from "../webauthn/utf8"

const prefix = "#data="

/** The fragment of a link that holds a text. Browsers send no fragment to any server. */
export const fragmentOf = (text: string): string =>
  prefix + toBase64url(new TextEncoder().encode(text))

/** The text in a fragment; nothing where it is another fragment, or broken. */
export function textOfFragment(fragment: string): string | undefined {
  if (!fragment.startsWith(prefix)) return undefined
  try {
    const bytes = readBase64(fragment.slice(prefix.length))
    return readUtf8(bytes, 0, bytes.length, "The link")
  } catch {
    return undefined
  }
}
