import { attestationFormats } from "./attestation-formats"
import { decodeStatement } from "./attestation-statement"
import { decodeAuthenticatorData } from "./authenticator-data"
import { ByteReader } from "./byte-reader"
import { readCborMap, type CborItem } from "./cbor"
import { cborField } from "./cbor-field"
import { DecodeError } from "./decode-error"
import { decodeInto, type Field } from "./field"
import { webauthn } from "./specification"

/**
 * An attestation object: what an authenticator answers at registration. WebAuthn L3 §6.5.4.
 *
 * @throws {DecodeError} When it is no CBOR map, ends early, goes on after its end or lacks a member.
 */
export function decodeAttestationObject(reader: ByteReader, fields: Field[]): void {
  const { offset } = reader
  const items = new Map<unknown, CborItem>()
  let statement: { field: Field; item: CborItem } | undefined
  for (const [key, item] of readCborMap(reader, "An attestation object")) {
    items.set(key.value, item)
    if (key.value === "fmt") fields.push(formatField(item))
    else if (key.value === "authData") fields.push(authenticatorDataField(reader, item))
    else if (key.value === "attStmt") {
      statement = { item, field: statementField(item) }
      fields.push(statement.field)
    } else fields.push(cborField({ name: String(key.value), explanation: "Not known here." }, item))
    if (statement && items.has("fmt") && !statement.field.children)
      decodeStatementInto(reader, statement, items.get("fmt"))
  }
  for (const name of ["fmt", "attStmt", "authData"])
    if (!items.has(name))
      throw new DecodeError(offset, `This CBOR map has no ${name}: it is no attestation object.`)
  reader.finish("The attestation object")
}

function formatField(item: CborItem): Field {
  const format = attestationFormats.get(String(item.value))
  const field = cborField(
    {
      name: "fmt",
      explanation: `The format of the attestation statement. ${format?.explanation ?? "A format that this page doesn't know."}`,
      specification: format?.specification ?? webauthn("sctn-attstn-fmt-ids"),
    },
    item,
  )
  if (item.type === "text string") return field
  const reason = `fmt must be a text string, not a ${item.type}.`
  return { ...field, problem: { in: "bytes", offset: item.start, reason } }
}

const statementField = (item: CborItem): Field => ({
  name: "attStmt",
  range: [item.start, item.end],
  explanation: "The attestation statement: evidence of what kind of authenticator this is.",
  specification: webauthn("sctn-attestation"),
  ...(item.note && { note: item.note }),
})

function decodeStatementInto(
  reader: ByteReader,
  { field, item }: { field: Field; item: CborItem },
  format: CborItem | undefined,
) {
  decodeInto(field, (children) => {
    if (item.type !== "map")
      throw new DecodeError(item.start, `attStmt must be a map, not a ${item.type}.`)
    decodeStatement(reader.bytes, String(format?.value), item, children)
  })
  if (field.children?.length === 0 && !field.problem) field.value = "{} (empty)"
}

function authenticatorDataField(reader: ByteReader, item: CborItem): Field {
  const field: Field = {
    name: "authData",
    range: [item.start, item.end],
    explanation: "The authenticator data: what the authenticator says of itself, and the new key.",
    specification: webauthn("sctn-authenticator-data"),
  }
  return decodeInto(field, (children) => {
    if (item.type !== "byte string")
      throw new DecodeError(item.start, `authData must be a byte string, not a ${item.type}.`)
    decodeAuthenticatorData(new ByteReader(reader.bytes, item.content, item.end), children)
  })
}
