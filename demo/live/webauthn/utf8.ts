import { DecodeError } from "./decode-error"

const options = { fatal: true, ignoreBOM: true }
const strict = new TextDecoder("utf-8", options)

/**
 * Reads UTF-8 (RFC 3629) strictly.
 *
 * @throws {DecodeError} With the offset of the first byte that is wrong.
 */
export function readUtf8(bytes: Uint8Array, start: number, end: number, what: string): string {
  const piece = bytes.subarray(start, end)
  // Most are short and plain: names of members and formats.
  if (piece.length < 32 && piece.every((byte) => byte < 0x80)) return String.fromCharCode(...piece)
  try {
    return strict.decode(piece)
  } catch {
    // The longest beginning that can still become right ends before the byte that is wrong.
    let right = start
    let wrong = end + 1
    while (wrong - right > 1) {
      const middle = (right + wrong) >> 1
      try {
        // A decoder that has failed keeps what it held.
        new TextDecoder("utf-8", options).decode(bytes.subarray(start, middle), { stream: true })
        right = middle
      } catch {
        wrong = middle
      }
    }
    throw right === end
      ? new DecodeError(end, `${what} ends in the middle of a UTF-8 character.`)
      : new DecodeError(right, `${what} must be UTF-8, but this byte isn't valid here.`)
  }
}
