import { readBase64 } from "./base64"
import { looksLikeHex, readHex } from "./hex"

const pem = /^-----BEGIN ([A-Z ]+)-----([^-]*)(?:-----END [A-Z ]+-----)?$/

/**
 * The bytes of a text, and how they were written: PEM, hex, base64url or base64.
 *
 * @throws {DecodeError} With the character that is wrong.
 */
export function readPastedBytes(text: string): { bytes: Uint8Array; form: string } {
  const armoured = pem.exec(text)
  if (armoured) return { bytes: readBase64(armoured[2] ?? ""), form: "PEM" }
  if (looksLikeHex(text)) return { bytes: readHex(text), form: "hex" }
  const bytes = readBase64(text)
  return { bytes, form: /[+/=]/.test(text) ? "base64" : "base64url" }
}
