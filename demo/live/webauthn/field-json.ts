import type { Decoded } from "./decoded"
import type { Field } from "./field"
import { toHex } from "./hex"

/** What was decoded, as plain values: to be copied as JSON. Bytes are hex, places are offset and length. */
export const decodedJson = ({ kind, sections }: Decoded) => ({
  kind,
  sections: sections.map((section) => fieldJson(section, section.bytes)),
})

function fieldJson(field: Field, bytes: Uint8Array | undefined): Record<string, unknown> {
  const { name, value, range, note, problem, absent, children } = field
  return {
    name,
    ...(value !== undefined && { value }),
    ...(absent && { absent, default: field.default }),
    ...(field.bytes && { hex: toHex(field.bytes) }),
    ...(range && {
      offset: range[0],
      length: range[1] - range[0],
      ...(bytes && { hex: toHex(bytes.subarray(...range)) }),
    }),
    ...(note && { note }),
    ...(problem && { problem }),
    ...(children?.length && {
      fields: children.map((child) => fieldJson(child, child.bytes ?? bytes)),
    }),
  }
}
