import { toBase64url } from "./base64"
import { ByteReader } from "./byte-reader"
import { clientExtensionResults, knownExtensionResults } from "./client-extension-results"
import { decodeInto, type About, type Field } from "./field"
import { memberOf, type JsonItem } from "./json"
import { bytesOf, decodeMembers, memberField, type MemberAbout } from "./json-member"
import { credentialType } from "./option-values"
import { webauthn } from "./specification"

const specification = webauthn("iface-pkcredential")

/** The members that the responses of both ceremonies have around their `response`. */
const members: MemberAbout[] = [
  {
    name: "id",
    type: "base64url",
    required: true,
    explanation: "The credential's id, which the server uses to look up the credential.",
    specification,
  },
  {
    name: "rawId",
    type: "base64url",
    required: true,
    explanation: "The same as id. In JavaScript, it's an ArrayBuffer. In JSON, both are base64url.",
    specification,
  },
  credentialType,
  {
    name: "authenticatorAttachment",
    type: "string",
    explanation: "Where the authenticator is.",
    specification: webauthn("enum-attachment"),
    default: "the browser doesn't say",
    values: {
      platform: "Part of this device.",
      "cross-platform": "Not part of this device, such as a security key or a phone.",
    },
  },
]

/** What surrounds the `response`: id, type, extension results. WebAuthn L3 §5.1. */
export function credentialField(name: string, item: JsonItem): Field {
  const field: Field = {
    name,
    explanation: "What the browser returns to the page, without the binary parts.",
    specification,
  }
  return decodeInto(
    field,
    (children) => {
      const around = item.type === "object" ? item.members : []
      const kept = around.filter(
        ({ key }) => key !== "response" && key !== clientExtensionResults.name,
      )
      decodeMembers(
        { type: "object", start: item.start, end: item.end, members: kept },
        members,
        children,
      )
      const results = memberOf(item, clientExtensionResults.name)
      if (results) children.push(extensionResultsField(results))
      const [id, rawId] = [memberOf(item, "id"), memberOf(item, "rawId")]
      const rawIdField = children.find((child) => child.name === "rawId")
      if (
        rawIdField &&
        id?.type === "string" &&
        rawId?.type === "string" &&
        id.value !== rawId.value
      )
        rawIdField.note = "id and rawId must be the same, but they aren't."
    },
    "text",
  )
}

function extensionResultsField(item: JsonItem): Field {
  const names = new Set(item.type === "object" ? item.members.map(({ key }) => key) : [])
  const known = knownExtensionResults.filter(({ name }) => names.has(name))
  return memberField({ ...clientExtensionResults, members: known }, item)
}

/** A member whose base64url holds bytes with a structure of their own. */
export function bytesField(
  about: About,
  item: JsonItem | undefined,
  decode: (reader: ByteReader, fields: Field[]) => void,
): Field {
  const field: Field = { ...about }
  if (!item) return { ...field, absent: true }
  decodeInto(field, () => (field.bytes = bytesOf(item)), "text")
  const { bytes } = field
  return bytes
    ? decodeInto(field, (children) => decode(new ByteReader(bytes), children))
    : { ...field, value: item.type === "string" ? item.value : "" }
}

/** Says so where a member only repeats bytes that are shown already. */
export function unlessSame(field: Field, other: Uint8Array | undefined, where: string): Field {
  if (!field.bytes || !other || toBase64url(field.bytes) !== toBase64url(other)) return field
  const { name, explanation, specification } = field
  return {
    name,
    value: `${other.length} bytes, the same as in ${where}`,
    ...(explanation && { explanation }),
    ...(specification && { specification }),
  }
}
