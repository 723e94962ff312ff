/** Bytes from hex with spaces, for samples that are written byte by byte. */
export const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/[0-9a-f]{2}/gi) ?? [], (byte) => Number.parseInt(byte, 16))

/** One after the other. Texts are UTF-8. */
export function join(...parts: (Uint8Array | string)[]): Uint8Array {
  const pieces = parts.map((part) =>
    typeof part === "string" ? new TextEncoder().encode(part) : part,
  )
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    all.set(piece, offset)
    offset += piece.length
  }
  return all
}

/** A number, big-endian. */
export const number = (value: number, length: 1 | 2 | 4 | 8): Uint8Array =>
  hex(value.toString(16).padStart(length * 2, "0"))

/** The same byte several times: for values that need no meaning. */
export const fill = (byte: number, length: number): Uint8Array => new Uint8Array(length).fill(byte)

type CborSample =
  number | string | boolean | Uint8Array | CborSample[] | Map<number | string, CborSample>

/** CBOR in its shortest form, keys in the order given. RFC 8949 §3. */
export function cbor(value: CborSample): Uint8Array {
  if (typeof value === "boolean") return hex(value ? "f5" : "f4")
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value)
  if (value instanceof Uint8Array) return join(head(2, value.length), value)
  if (typeof value === "string") {
    const text = new TextEncoder().encode(value)
    return join(head(3, text.length), text)
  }
  if (Array.isArray(value)) return join(head(4, value.length), ...value.map(cbor))
  return join(head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)]))
}

function head(major: number, argument: number): Uint8Array {
  if (argument < 24) return number(major * 32 + argument, 1)
  if (argument < 256) return join(number(major * 32 + 24, 1), number(argument, 1))
  return join(number(major * 32 + 25, 1), number(argument, 2))
}

/** A value of DER. X.690 §8.1. */
export function der(tag: number, ...content: (Uint8Array | string)[]): Uint8Array {
  const inside = join(...content)
  if (inside.length < 0x80) return join(number(tag, 1), number(inside.length, 1), inside)
  return join(number(tag, 1), hex("82"), number(inside.length, 2), inside)
}
