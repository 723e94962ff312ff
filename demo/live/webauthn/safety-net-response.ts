import { readBase64 } from "./base64"
import type { ByteReader } from "./byte-reader"
import { DecodeError } from "./decode-error"
import type { Field } from "./field"
import { readJson } from "./json"
import { readUtf8 } from "./utf8"
import { rfc } from "./specification"

const parts = [
  { name: "header", explanation: "How it is signed, and the certificates of who signed." },
  {
    name: "payload",
    explanation:
      "What the service says. nonce must equal SHA-256 of the authenticator data followed by SHA-256 of clientDataJSON; ctsProfileMatch must be true.",
  },
  { name: "signature", explanation: "The service's signature over both." },
]

/**
 * The answer of Android's SafetyNet: a JWS, three parts of base64url with dots between. WebAuthn L3
 * §8.5, RFC 7515 §7.1.
 *
 * @throws {DecodeError} With the byte that is wrong.
 */
export function decodeSafetyNetResponse(reader: ByteReader, fields: Field[]): void {
  const text = readUtf8(reader.bytes, reader.offset, reader.end, "A JWS")
  // A byte a character from here on, or base64url refuses it.
  let offset = reader.offset
  const pieces = text.split(".")
  if (pieces.length !== 3)
    throw new DecodeError(offset, `A JWS has three parts, and this has ${pieces.length}.`)
  for (const [index, { name, explanation }] of parts.entries()) {
    const piece = pieces[index] ?? ""
    const value = name === "signature" ? piece : jsonOf(piece, offset, `The ${name} of the JWS`)
    const range = [offset, offset + piece.length] as const
    fields.push({ name, value, range, explanation, specification: rfc(7515, "7.1") })
    offset += piece.length + 1
  }
}

function jsonOf(piece: string, offset: number, what: string): string {
  try {
    const bytes = readBase64(piece)
    const json = readUtf8(bytes, 0, bytes.length, what)
    readJson(json)
    return JSON.stringify(JSON.parse(json), null, 2)
  } catch (error) {
    if (error instanceof DecodeError)
      throw new DecodeError(offset, `${what} is not JSON in base64url. ${error.reason}`)
    throw error
  }
}
