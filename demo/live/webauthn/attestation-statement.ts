import { attestationFormats, type MemberKind } from "./attestation-formats"
import { ByteReader } from "./byte-reader"
import type { CborItem } from "./cbor"
import { cborField, itemField, showCbor } from "./cbor-field"
import { decodeCertificate } from "./certificate"
import { explainAlgorithm, showAlgorithm } from "./cose-algorithms"
import { DecodeError } from "./decode-error"
import { decodeInto, type About, type Field } from "./field"
import { decodeSafetyNetResponse } from "./safety-net-response"
import { decodeSignature } from "./signature"
import { decodeCertInfo } from "./tpm-cert-info"
import { decodePubArea } from "./tpm-pub-area"

/**
 * The members of an attestation statement. WebAuthn L3 §8.
 *
 * @param bytes What the item's offsets count in.
 * @throws {DecodeError} When a member is missing that the format demands.
 */
export function decodeStatement(
  bytes: Uint8Array,
  formatName: string,
  statement: CborItem & { type: "map" },
  fields: Field[],
): void {
  const format = attestationFormats.get(formatName)
  const missing = new Set(
    format?.members.filter(([, , , optional]) => !optional).map(([name]) => name),
  )
  for (const [key, item] of statement.value) {
    const name = String(key.value)
    missing.delete(name)
    const [, kind, explanation] = format?.members.find(([member]) => member === name) ?? []
    const about = {
      name,
      explanation: explanation ?? "Not part of this format.",
      ...(format && { specification: format.specification }),
    }
    fields.push(kind ? memberField(bytes, kind, about, item) : cborField(about, item))
  }
  const [first] = missing
  if (first)
    throw new DecodeError(
      statement.start,
      `A statement of the format ${formatName} must have ${[...missing].join(", ")}.`,
    )
}

function memberField(bytes: Uint8Array, kind: MemberKind, about: About, item: CborItem): Field {
  const field = itemField(about, item)
  if (kind === "certificates") return certificatesField(bytes, field, item)
  if (kind === "algorithm" || kind === "text")
    return decodeInto({ ...field, value: showCbor(item) }, (_, field) => {
      expectType(item, kind === "text" ? "text string" : "integer", about.name)
      if (kind === "text") return
      field.value = showAlgorithm(Number(item.value))
      field.explanation += ` ${explainAlgorithm(Number(item.value))}`
    })
  return decodeInto(field, (children) => {
    expectType(item, "byte string", about.name)
    decoders[kind](new ByteReader(bytes, item.content, item.end), children)
  })
}

const decoders = {
  signature: decodeSignature,
  certInfo: decodeCertInfo,
  pubArea: decodePubArea,
  jws: decodeSafetyNetResponse,
}

function certificatesField(bytes: Uint8Array, field: Field, item: CborItem): Field {
  return decodeInto(field, (children) => {
    if (item.type !== "array") throw wrongType(item, "array", field.name)
    for (const [index, certificate] of item.value.entries()) {
      const name = `${field.name}[${index}]`
      const explanation = index === 0 ? "The certificate of the key that signed." : "Who signed it."
      const child = itemField({ name, explanation }, certificate)
      children.push(child)
      decodeInto(child, (parts) => {
        expectType(certificate, "byte string", name)
        decodeCertificate(new ByteReader(bytes, certificate.content, certificate.end), parts)
      })
    }
  })
}

function expectType(item: CborItem, type: CborItem["type"], name: string): void {
  if (item.type !== type) throw wrongType(item, type, name)
}

const wrongType = (item: CborItem, type: string, name: string) =>
  new DecodeError(
    item.start,
    `${name} must be of the type ${type}, and is of the type ${item.type}.`,
  )
