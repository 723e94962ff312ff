import { DecodeError } from "./decode-error"

/** `2a`, from 42. */
export const hexOfByte = (byte: number): string => byte.toString(16).padStart(2, "0")

const byteTexts = Array.from({ length: 256 }, (_, byte) => hexOfByte(byte))

/** Two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = ""
  for (const byte of bytes) text += byteTexts[byte]
  return text
}

/** Whether a text is meant as hex: digits only, with what people and tools put between bytes. */
export const looksLikeHex = (text: string): boolean =>
  /^(0x|\\x)?[0-9a-f]{2}(([\s:,;-]|0x|\\x)*[0-9a-f]{2})*([\s:,;-]*[0-9a-f])?[\s:,;-]*$/i.test(text)

/**
 * Reads hex, with or without spaces, colons, commas or 0x between the bytes.
 *
 * @throws {DecodeError} With the offset of the character that is wrong.
 */
export function readHex(text: string): Uint8Array {
  const bytes: number[] = []
  const pattern = /(?:[\s:,;-]|0x|\\x)*([0-9a-f]{2})/iy
  let end = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    bytes.push(Number.parseInt(match[1] ?? "", 16))
    end = pattern.lastIndex
  }
  const rest = /[^\s:,;-]/.exec(text.slice(end))
  if (rest)
    throw new DecodeError(
      end + rest.index,
      "Hex needs two digits (0 to 9, a to f) for each byte, but there aren't two here.",
    )
  return Uint8Array.from(bytes)
}
