import type { ByteReader } from "./byte-reader"
import { contentBytes, contentOf, readDer, showObjectIdentifier, type DerValue } from "./der"
import { objectIdentifiers } from "./object-identifiers"

/** A name in a certificate: `CN=…, O=…`. RFC 5280 §4.1.2.4. */
export function showName(reader: ByteReader, name: DerValue): string {
  const parts: string[] = []
  const sets = contentOf(reader, name)
  while (sets.left > 0) {
    const set = contentOf(sets, readDer(sets, "A part of the name", 0x31))
    while (set.left > 0) {
      const pair = contentOf(set, readDer(set, "An attribute of the name", 0x30))
      const type = showObjectIdentifier(
        contentBytes(pair, readDer(pair, "The attribute's type", 0x06)),
      )
      const value = contentBytes(pair, readDer(pair, "The attribute's value"))
      parts.push(`${objectIdentifiers.get(type) ?? type}=${new TextDecoder().decode(value)}`)
    }
  }
  return parts.join(", ") || "(empty)"
}
