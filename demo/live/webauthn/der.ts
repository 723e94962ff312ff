import { ByteReader } from "./byte-reader"
import { DecodeError } from "./decode-error"

/** A value of DER: its tag byte, and where it and its content are. X.690 §8.1. */
export type DerValue = { tag: number; start: number; content: number; end: number }

const tagNames = new Map([
  [0x01, "a boolean"],
  [0x02, "an integer"],
  [0x03, "a bit string"],
  [0x04, "an octet string"],
  [0x06, "an object identifier"],
  [0x30, "a sequence"],
])

/**
 * Reads a value's tag and length, and skips its content.
 *
 * @param what What it is, to say it when it is not.
 * @param tag The tag that it must have. Without, any is accepted.
 * @throws {DecodeError} With the byte that is wrong.
 */
export function readDer(reader: ByteReader, what: string, tag?: number): DerValue {
  const start = reader.offset
  const found = reader.uint(1, what)
  if (tag !== undefined && found !== tag)
    throw new DecodeError(
      start,
      `${what} must be ${tagNames.get(tag) ?? "another type"} of DER (0x${hex(tag)}), and this byte is 0x${hex(found)}.`,
    )
  if ((found & 0x1f) === 0x1f)
    throw new DecodeError(start, "A tag of several bytes, which certificates and keys do not have.")
  const length = readLength(reader, what)
  const content = reader.offset
  reader.take(length, what)
  return { tag: found, start, content, end: reader.offset }
}

function readLength(reader: ByteReader, what: string): number {
  const { offset } = reader
  const first = reader.uint(1, `The length of ${what}`)
  if (first < 0x80) return first
  if (first === 0x80) throw new DecodeError(offset, "DER doesn't allow indefinite lengths.")
  if (first > 0x84) throw new DecodeError(offset, "An impossible length.")
  let length = 0
  for (let rest = first - 0x80; rest > 0; rest--)
    length = length * 256 + reader.uint(1, `The length of ${what}`)
  return length
}

/** A reader of what is in a value. */
export const contentOf = (reader: ByteReader, value: DerValue, skip = 0): ByteReader =>
  new ByteReader(reader.bytes, value.content + skip, value.end)

/** The bytes of what is in a value. */
export const contentBytes = (reader: ByteReader, { content, end }: DerValue): Uint8Array =>
  reader.bytes.subarray(content, end)

/** Dotted numbers. X.690 §8.19. */
export function showObjectIdentifier(bytes: Uint8Array): string {
  const numbers: bigint[] = []
  let number = 0n
  for (const byte of bytes.subarray(0, 64)) {
    number = number * 128n + BigInt(byte & 0x7f)
    if (byte & 0x80) continue
    numbers.push(number)
    number = 0n
  }
  const [first = 0n, ...rest] = numbers
  const top = first < 80n ? first / 40n : 2n
  return [top, first - top * 40n, ...rest].join(".")
}

const hex = (byte: number) => byte.toString(16).padStart(2, "0")
