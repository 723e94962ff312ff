import type { CborItem } from "./cbor"
import type { About, Field } from "./field"
import { toHex } from "./hex"

/** What a CBOR item says, in one line: texts in quotes, bytes in hex. */
export function showCbor(item: CborItem): string {
  if (item.type === "byte string") return item.value.length ? toHex(item.value) : "no bytes"
  if (item.type === "text string") return JSON.stringify(item.value)
  if (item.type === "array") return `[${item.value.map(showCbor).join(", ")}]`
  if (item.type === "map")
    return `{${item.value.map(([key, value]) => `${showCbor(key)}: ${showCbor(value)}`).join(", ")}}`
  return String(item.value)
}

/**
 * A field for a CBOR item, whose value is still to be said. The range of a string is its content,
 * without the bytes that say type and length.
 */
export function itemField(about: About, item: CborItem): Field {
  const isString = item.type === "byte string" || item.type === "text string"
  const range = [isString ? item.content : item.start, item.end] as const
  return { ...about, range, ...(item.note && { note: item.note }) }
}

/** A field for a CBOR item that nothing more is known of. */
export function cborField(about: About, item: CborItem): Field {
  const field = itemField(about, item)
  if (item.type === "array")
    field.children = item.value.map((value, index) => cborField({ name: `[${index}]` }, value))
  else if (item.type === "map")
    field.children = item.value.map(([key, value]) => cborField({ name: String(key.value) }, value))
  else field.value = showCbor(item)
  if (field.children?.length === 0) field.value = item.type === "map" ? "{}" : "[]"
  return field
}
