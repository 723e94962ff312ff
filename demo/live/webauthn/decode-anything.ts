import type { Decoded } from "./decoded"
import { DecodeError } from "./decode-error"
import { decodeBytes } from "./decode-bytes"
import { decodeJson } from "./decode-json"
import { readPastedBytes } from "./pasted-bytes"
import { plainText } from "./pasted-text"

/** The longest text that is decoded. The longest real ones, from TPMs, have about 10,000 characters. */
const maxCharacters = 200_000

/**
 * Recognises and decodes what WebAuthn has: responses and options of both ceremonies as JSON (also
 * as Auth.js sends them), and attestation objects, authenticator data, client data, keys,
 * certificates and signatures as base64url, base64, hex or PEM.
 *
 * @throws {DecodeError} When it is nothing of that, with the offset in its `plainText`. What is wrong inside of what it is, is told in
 *   the fields.
 */
export function decodeAnything(pasted: string): Decoded {
  const { text, form } = plainText(pasted)
  if (!text) throw new DecodeError(0, "There's nothing to decode.")
  if (text.length > maxCharacters)
    throw new DecodeError(
      maxCharacters,
      `The text has ${text.length} characters. Nothing in WebAuthn has more than ${maxCharacters}.`,
    )
  if (text.startsWith("{")) return { ...decodeJson(text), ...(form && { form }) }
  const { bytes, form: written } = readPastedBytes(text)
  return { form: written, ...decodeBytes(bytes, text) }
}
