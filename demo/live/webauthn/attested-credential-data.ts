import { toBase64url } from "./base64"
import type { ByteReader } from "./byte-reader"
import { decodeCoseKey } from "./cose-key"
import { DecodeError } from "./decode-error"
import type { Field } from "./field"
import { toHex } from "./hex"
import { webauthn } from "./specification"

/** AAGUIDs that say that there is none. */
const noMakeAndModel = /^0{8}-/

/**
 * The new credential: who made it, its id and its public key. WebAuthn L3 §6.5.1.
 *
 * @throws {DecodeError} When it ends early, or an id is longer than ids may be.
 */
export function decodeAttestedCredentialData(reader: ByteReader, fields: Field[]): void {
  const specification = webauthn("sctn-attested-credential-data")
  const aaguid = reader.ranged(() => toUuid(reader.take(16, "The AAGUID")))
  fields.push({
    name: "aaguid",
    ...aaguid,
    explanation: noMakeAndModel.test(aaguid.value)
      ? "The make and model of the authenticator. All zeros, so it isn't disclosed."
      : "The make and model of the authenticator. Without attestation it is a claim, not evidence.",
    specification: webauthn("sctn-authenticator-model"),
  })
  const length = reader.ranged(() => reader.uint(2, "The length of the credential's id"))
  fields.push({
    name: "credentialIdLength",
    value: String(length.value),
    range: length.range,
    explanation: "The number of bytes in the credential's id, at most 1023.",
    specification,
  })
  if (length.value > 1_023)
    throw new DecodeError(
      length.range[0],
      `A credential's id has at most 1023 bytes, and these two bytes say ${length.value}.`,
    )
  const id = reader.ranged(() => reader.take(length.value, "The credential's id"))
  fields.push({
    name: "credentialId",
    value: toBase64url(id.value),
    range: id.range,
    explanation:
      "The credential's id, chosen by the authenticator. At sign-in the server finds the public key by it.",
    specification,
  })
  const key: Field = {
    name: "credentialPublicKey",
    explanation: "The public key in COSE form, with which the server will check signatures.",
    specification,
    children: [],
  }
  fields.push(key)
  const start = reader.offset
  decodeCoseKey(reader, key.children ?? [])
  key.range = [start, reader.offset]
}

/** 8-4-4-4-12. */
export const toUuid = (bytes: Uint8Array): string =>
  toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
