import type { ByteReader } from "./byte-reader"
import { contentBytes, contentOf, readDer, showObjectIdentifier } from "./der"
import type { Field } from "./field"
import { toHex } from "./hex"
import { extensionExplanations, objectIdentifiers } from "./object-identifiers"
import { rfc } from "./specification"

/**
 * The extensions of a certificate, which come last in its signed part. RFC 5280 §4.1.2.9.
 *
 * @param body The signed part, read up to the public key.
 * @throws {DecodeError} With the byte that is wrong.
 */
export function certificateExtensions(body: ByteReader): Field[] {
  while (body.left > 0) {
    const part = readDer(body, "A part of the certificate")
    if (part.tag !== 0xa3) continue
    const list = contentOf(body, part)
    const extensions = contentOf(list, readDer(list, "The extensions", 0x30))
    const children: Field[] = []
    while (extensions.left > 0) children.push(certificateExtension(extensions))
    return [
      {
        name: "extensions",
        range: [part.start, part.end],
        explanation: "What else the issuer says of the key.",
        specification: rfc(5280, "4.1.2.9"),
        children,
      },
    ]
  }
  return []
}

function certificateExtension(extensions: ByteReader): Field {
  const whole = readDer(extensions, "An extension", 0x30)
  const content = contentOf(extensions, whole)
  const oid = showObjectIdentifier(
    contentBytes(content, readDer(content, "The extension's identifier", 0x06)),
  )
  let value = readDer(content, "The extension's value")
  const critical = value.tag === 0x01
  if (critical) value = readDer(content, "The extension's value", 0x04)
  const name = objectIdentifiers.get(oid)
  return {
    name: name ?? oid,
    value: toHex(contentBytes(content, value)),
    range: [whole.start, whole.end],
    explanation: `${extensionExplanations.get(oid) ?? "An extension."} Its identifier is ${oid}.${
      critical
        ? " It's critical: software that doesn't understand it must reject the certificate."
        : ""
    }`,
    specification: rfc(5280, "4.2"),
  }
}
