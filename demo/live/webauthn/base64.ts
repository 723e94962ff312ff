import { DecodeError } from "./decode-error"

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

/** Values of both alphabets, base64url (RFC 4648 §5) and base64 (§4), by the character's code. */
const values = new Int8Array(128).fill(-1)
for (const [value, character] of [...alphabet].entries()) values[character.charCodeAt(0)] = value
values["+".charCodeAt(0)] = 62
values["/".charCodeAt(0)] = 63

/**
 * Reads base64url, which WebAuthn uses in JSON, and base64, which Auth.js stores. Padding may be
 * there or not; white space is skipped.
 *
 * @throws {DecodeError} With the offset of the character that is wrong.
 */
export function readBase64(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length * 3) >> 2)
  let length = 0
  let bits = 0
  let held = 0
  let characters = 0
  for (let offset = 0; offset < text.length; offset++) {
    const value = values[text.charCodeAt(offset)] ?? -1
    if (value === -1) {
      const character = text[offset] ?? ""
      if (/\s/.test(character)) continue
      if (character !== "=")
        throw new DecodeError(offset, `${quoted(character)} is not in the alphabet of base64url.`)
      checkEnd(text, offset, characters)
      return bytes.subarray(0, length)
    }
    held = ((held << 6) | value) & 0xffff
    bits += 6
    characters++
    if (bits >= 8) bytes[length++] = held >> (bits -= 8)
  }
  checkEnd(text, text.length, characters)
  return bytes.subarray(0, length)
}

function checkEnd(text: string, offset: number, characters: number): void {
  const wrong = /[^=\s]/.exec(text.slice(offset))
  if (wrong)
    throw new DecodeError(
      offset + wrong.index,
      "Padding (=) ends base64, but there's more after it.",
    )
  if (characters % 4 === 1)
    throw new DecodeError(
      offset,
      `Base64url cannot have ${characters} characters: the last one holds 6 bits of a byte, and the rest is missing.`,
    )
}

const quoted = (character: string) =>
  /[\x21-\x7e]/.test(character)
    ? `The character ${character}`
    : `The character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`

/** Base64url without padding. RFC 4648 §5. */
export function toBase64url(bytes: Uint8Array): string {
  let text = ""
  for (let offset = 0; offset < bytes.length; offset += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(offset, offset + 3)
    const group = (first << 16) | (second << 8) | third
    const characters = Math.min(bytes.length - offset, 3) + 1
    for (let index = 0; index < characters; index++)
      text += alphabet[(group >> (18 - 6 * index)) & 63]
  }
  return text
}

/** Base64 with padding. RFC 4648 §4. */
export function toBase64(bytes: Uint8Array): string {
  const text = toBase64url(bytes).replaceAll("-", "+").replaceAll("_", "/")
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=")
}
