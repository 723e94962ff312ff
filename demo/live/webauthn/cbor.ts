import type { ByteReader } from "./byte-reader"
import { DecodeError } from "./decode-error"
import { readUtf8 } from "./utf8"

/** A data item of CBOR (RFC 8949 §3), and where it, its content and its end are. */
export type CborItem = { start: number; content: number; end: number; note?: string } & CborValue

type CborValue =
  | { type: "integer"; value: number | bigint }
  | { type: "byte string"; value: Uint8Array }
  | { type: "text string"; value: string }
  | { type: "array"; value: CborItem[] }
  | { type: "map"; value: [key: CborItem, value: CborItem][] }
  | { type: "boolean"; value: boolean }
  | { type: "null"; value: null }
  | { type: "undefined"; value: undefined }
  | { type: "float"; value: number }

/** CTAP2 allows 4. What goes beyond is no data of WebAuthn, and could fill the stack. */
const deepest = 16

/**
 * Reads one data item of CTAP2 canonical CBOR (CTAP 2.1 §8). What a strict reader would refuse and
 * a server's would not (longer integers than needed, keys out of order) is read with a note.
 *
 * @throws {DecodeError} With the byte that is wrong.
 */
export function readCbor(reader: ByteReader, depth = 0): CborItem {
  if (depth > deepest)
    throw new DecodeError(reader.offset, `Nested more than ${deepest} levels deep.`)
  const head = readHead(reader)
  const { start, major, argument, note } = head
  const content = reader.offset
  const value = readContent(reader, major, argument, start, depth)
  const order = value.type === "map" ? disorder(reader.bytes, value.value) : undefined
  const notes = [note, order].filter(Boolean).join(" ")
  return { start, content, end: reader.offset, ...(notes && { note: notes }), ...value }
}

/**
 * Reads a map entry by entry, so that what stands before a wrong byte is known.
 *
 * @throws {DecodeError} When it is no map, or a key is there twice, or as `readCbor` does.
 */
export function* readCborMap(reader: ByteReader, what: string, depth = 0) {
  const { start, major, argument } = readHead(reader)
  if (major !== 5)
    throw new DecodeError(
      start,
      `${what} must be a CBOR map, and this byte begins ${names[major]}.`,
    )
  yield* readEntries(reader, argument, start, depth)
}

function readContent(
  reader: ByteReader,
  major: number,
  argument: number | bigint,
  start: number,
  depth: number,
): CborValue {
  if (major === 0) return { type: "integer", value: argument }
  if (major === 1)
    return {
      type: "integer",
      value: typeof argument === "bigint" ? -1n - argument : -1 - argument,
    }
  if (major === 2)
    return { type: "byte string", value: reader.take(Number(argument), "This byte string") }
  if (major === 3) {
    const { offset } = reader
    reader.take(Number(argument), "This text string")
    const value = readUtf8(reader.bytes, offset, reader.offset, "A text string")
    return { type: "text string", value }
  }
  if (major === 4) {
    fits(reader, argument, 1, "array", start)
    const value: CborItem[] = []
    for (let index = 0; index < argument; index++) value.push(readCbor(reader, depth + 1))
    return { type: "array", value }
  }
  if (major === 5) return { type: "map", value: [...readEntries(reader, argument, start, depth)] }
  return readSimple(reader, Number(argument), start)
}

function* readEntries(
  reader: ByteReader,
  argument: number | bigint,
  start: number,
  depth: number,
): Generator<[CborItem, CborItem]> {
  fits(reader, argument, 2, "map", start)
  const seen = new Set<string>()
  for (let index = 0; index < argument; index++) {
    const key = readCbor(reader, depth + 1)
    const identity = `${key.type} ${String(key.value)}`
    if (key.type !== "integer" && key.type !== "text string")
      throw new DecodeError(key.start, `A key must be an integer or a text, not ${an(key.type)}.`)
    if (seen.has(identity))
      throw new DecodeError(key.start, `The key ${String(key.value)} appears twice.`)
    seen.add(identity)
    yield [key, readCbor(reader, depth + 1)]
  }
}

/** A false length must not make anyone wait for its end. */
function fits(
  reader: ByteReader,
  count: number | bigint,
  bytesEach: number,
  what: string,
  start: number,
) {
  if (count > reader.left / bytesEach)
    throw new DecodeError(
      start,
      `This byte begins ${an(what)} of ${count} ${what === "map" ? "entries" : "items"}, and only ${reader.left} bytes follow.`,
    )
}

/** The first byte of an item and the argument after it. RFC 8949 §3. */
function readHead(reader: ByteReader) {
  const start = reader.offset
  const first = reader.uint(1, "A CBOR item")
  const major = first >> 5
  const information = first & 0x1f
  if (major === 6)
    throw new DecodeError(
      start,
      "This byte begins a tag, which CTAP2 canonical CBOR doesn't allow.",
    )
  if (information === 31)
    throw new DecodeError(
      start,
      major === 7
        ? "A break outside anything of indefinite length."
        : `This byte begins ${names[major]} of indefinite length, which CTAP2 canonical CBOR doesn't allow.`,
    )
  if (information > 27) throw new DecodeError(start, "This byte is reserved in CBOR.")
  if (information < 24 || major === 7) return { start, major, argument: information }
  const argument = readArgument(reader, information)
  // RFC 8949 §4.2.1: the smallest form that holds the value.
  const least = [24, 256, 65_536, 4_294_967_296][information - 24] ?? 0
  const note = argument < least ? `${argument} is encoded in more bytes than necessary.` : undefined
  return { start, major, argument, note }
}

function readArgument(reader: ByteReader, information: number): number | bigint {
  const what = "The length or value of this CBOR item"
  if (information === 24) return reader.uint(1, what)
  if (information === 25) return reader.uint(2, what)
  if (information === 26) return reader.uint(4, what)
  const long = reader.uint64(what)
  return long <= Number.MAX_SAFE_INTEGER ? Number(long) : long
}

/** Booleans, null, undefined and floating-point numbers. RFC 8949 §3.3. */
function readSimple(reader: ByteReader, information: number, start: number): CborValue {
  if (information === 20 || information === 21)
    return { type: "boolean", value: information === 21 }
  if (information === 22) return { type: "null", value: null }
  if (information === 23) return { type: "undefined", value: undefined }
  if (information < 25) throw new DecodeError(start, "A simple value without a defined meaning.")
  const bytes = reader.take(1 << (information - 24), "This floating-point number")
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  if (information === 25) return { type: "float", value: halfPrecision(view.getUint16(0)) }
  return { type: "float", value: information === 26 ? view.getFloat32(0) : view.getFloat64(0) }
}

/** RFC 8949 appendix D. */
function halfPrecision(half: number): number {
  const sign = half & 0x8000 ? -1 : 1
  const exponent = (half >> 10) & 0x1f
  const mantissa = half & 0x3ff
  if (exponent === 31) return mantissa ? Number.NaN : sign * Number.POSITIVE_INFINITY
  if (exponent === 0) return sign * mantissa * 2 ** -24
  return sign * (mantissa + 1024) * 2 ** (exponent - 25)
}

/** CTAP 2.1 §8: keys are sorted by major type, then by length, then by their bytes. */
function disorder(bytes: Uint8Array, entries: [CborItem, CborItem][]): string | undefined {
  for (const [index, [key]] of entries.entries()) {
    const next = entries[index + 1]?.[0]
    if (!next || isBefore(bytes, key, next)) continue
    return `The keys ${String(key.value)} and ${String(next.value)} are not in canonical order.`
  }
  return undefined
}

function isBefore(bytes: Uint8Array, left: CborItem, right: CborItem): boolean {
  if (left.type !== right.type) return left.type === "integer"
  const length = left.end - left.start
  const sameMajor = (bytes[left.start] ?? 0) >> 5 === (bytes[right.start] ?? 0) >> 5
  if (!sameMajor) return (bytes[left.start] ?? 0) < (bytes[right.start] ?? 0)
  if (length !== right.end - right.start) return length < right.end - right.start
  for (let index = 0; index < length; index++) {
    const [a = 0, b = 0] = [bytes[left.start + index], bytes[right.start + index]]
    if (a !== b) return a < b
  }
  return false
}

const names = [
  "a positive integer",
  "a negative integer",
  "a byte string",
  "a text string",
  "an array",
  "a map",
  "a tag",
  "a simple value",
]

const an = (what: string) => (/^[aeiou]/.test(what) ? `an ${what}` : `a ${what}`)
