import { decodeAttestedCredentialData } from "./attested-credential-data"
import { decodeAuthenticatorExtensions } from "./authenticator-extensions"
import type { ByteReader } from "./byte-reader"
import { DecodeError } from "./decode-error"
import type { Field } from "./field"
import { decodeFlags } from "./flags"
import { toHex } from "./hex"
import { webauthn } from "./specification"

/**
 * Authenticator data. WebAuthn L3 §6.1.
 *
 * @throws {DecodeError} When it ends early, or goes on after its end.
 */
export function decodeAuthenticatorData(reader: ByteReader, fields: Field[]): void {
  const specification = webauthn("sctn-authenticator-data")
  const rpIdHash = reader.ranged(() => reader.take(32, "The hash of the RP ID"))
  fields.push({
    name: "rpIdHash",
    value: toHex(rpIdHash.value),
    range: rpIdHash.range,
    explanation:
      "SHA-256 of the RP ID that the credential belongs to. The server compares it with the hash of its own RP ID.",
    specification,
  })
  const flags = decodeFlags(reader, fields)
  const counter = reader.ranged(() => reader.uint(4, "The signature counter"))
  fields.push({
    name: "signCount",
    value: String(counter.value),
    range: counter.range,
    explanation: `How many times the authenticator has signed, as a 32-bit number. ${
      counter.value === 0
        ? "0: this authenticator doesn't count, like most that sync passkeys."
        : "The server compares it with the last one. If it hasn't increased, the authenticator may have been copied."
    }`,
    specification: webauthn("sctn-sign-counter"),
  })
  if (flags.attestedCredentialData) {
    const field: Field = {
      name: "attestedCredentialData",
      explanation: "The new credential. It's only present at registration.",
      specification: webauthn("sctn-attested-credential-data"),
      children: [],
    }
    fields.push(field)
    const start = reader.offset
    decodeAttestedCredentialData(reader, field.children ?? [])
    field.range = [start, reader.offset]
  }
  if (flags.extensionData) decodeAuthenticatorExtensions(reader, fields)
  if (reader.left > 0 && !flags.extensionData)
    throw new DecodeError(
      reader.offset,
      `According to the flags, the authenticator data ends here (${
        flags.attestedCredentialData ? "ED is 0" : "AT and ED are 0"
      }), and ${reader.left} more bytes follow.`,
    )
  reader.finish("The authenticator data")
}
