import { readBase64 } from "./base64"
import type { ByteReader } from "./byte-reader"
import { DecodeError } from "./decode-error"
import type { ByteRange, Field } from "./field"
import { readJson, showJson, type JsonItem } from "./json"
import { webauthn } from "./specification"
import { readUtf8 } from "./utf8"

const specification = webauthn("dictionary-client-data")

const types = new Map([
  ["webauthn.create", "The type of ceremony: a registration."],
  ["webauthn.get", "The type of ceremony: an authentication."],
  ["payment.get", "The type of ceremony: a payment (Secure Payment Confirmation)."],
])

type Member = { type: JsonItem["type"]; required: boolean; explain(item: JsonItem): string }

const members = new Map<string, Member>([
  [
    "type",
    {
      type: "string",
      required: true,
      explain: (item) =>
        types.get(showJson(item)) ?? "The type of ceremony: not one that WebAuthn defines.",
    },
  ],
  [
    "challenge",
    {
      type: "string",
      required: true,
      explain: (item) =>
        `The challenge of the options, as base64url: ${countBytes(item)}. The server compares it with the one that it generated.`,
    },
  ],
  [
    "origin",
    {
      type: "string",
      required: true,
      explain: () =>
        "The origin of the page, as the browser sees it. The server compares it with its own, which is what prevents phishing.",
    },
  ],
  [
    "crossOrigin",
    {
      type: "boolean",
      required: false,
      explain: (item) =>
        showJson(item) === "true"
          ? "The page was in a frame on another origin."
          : "The page wasn't in a frame on another origin.",
    },
  ],
  [
    "topOrigin",
    {
      type: "string",
      required: false,
      explain: () =>
        "The origin of the page around the frame. It's only present if crossOrigin is true.",
    },
  ],
  [
    "tokenBinding",
    {
      type: "object",
      required: false,
      explain: () => "From WebAuthn Level 1: a binding to the TLS connection. It's no longer used.",
    },
  ],
])

/**
 * What the browser says of the ceremony, as JSON in UTF-8. WebAuthn L3 §5.8.1.
 *
 * @throws {DecodeError} With the byte that is wrong.
 */
export function decodeClientData(reader: ByteReader, fields: Field[]): void {
  const start = reader.offset
  const text = readUtf8(reader.bytes, start, reader.end, "clientDataJSON")
  const byteAt = (character: number) =>
    start + new TextEncoder().encode(text.slice(0, character)).length
  const item = inBytes(byteAt, () => readJson(text))
  if (item.type !== "object") throw new DecodeError(start, "clientDataJSON must be an object.")
  for (const { key, start, end, item: value } of item.members) {
    const field = memberField(key, value, [byteAt(start), byteAt(end)])
    fields.push(field)
  }
  for (const [name, { required }] of members)
    if (required && !item.members.some(({ key }) => key === name))
      throw new DecodeError(start, `clientDataJSON must have the member ${name}.`)
}

function memberField(name: string, item: JsonItem, range: ByteRange): Field {
  const member = members.get(name)
  const field = { name, value: showJson(item), range, specification }
  if (!member)
    return {
      ...field,
      explanation: "Browsers may add members like this. A server must ignore them.",
    }
  if (item.type === member.type) return { ...field, explanation: member.explain(item) }
  const reason = `${name} must be of the type ${member.type}, and is of the type ${item.type}.`
  return { ...field, problem: { in: "bytes", offset: range[0], reason } }
}

/** Characters of the text are bytes of clientDataJSON. */
function inBytes<T>(byteAt: (character: number) => number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof DecodeError) throw new DecodeError(byteAt(error.offset), error.reason)
    throw error
  }
}

function countBytes(item: JsonItem): string {
  try {
    return `${readBase64(showJson(item)).length} bytes`
  } catch (error) {
    if (error instanceof DecodeError) return "but it isn't"
    throw error
  }
}
