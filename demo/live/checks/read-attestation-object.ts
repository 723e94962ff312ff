import { ByteReader } from "../webauthn/byte-reader"
import { readCborMap, type CborItem } from "../webauthn/cbor"
import { DecodeError } from "../webauthn/decode-error"

export type Attestation = {
  format: string
  statement: Map<unknown, CborItem>
  authenticatorData: Uint8Array
}

/**
 * The three members of an attestation object. WebAuthn L3 §6.5.4.
 *
 * @throws {DecodeError} When one is missing, or of another type.
 */
export function readAttestationObject(bytes: Uint8Array): Attestation {
  const reader = new ByteReader(bytes)
  const members = new Map<unknown, CborItem>()
  for (const [key, item] of readCborMap(reader, "An attestation object"))
    members.set(key.value, item)
  const [format, statement, data] = ["fmt", "attStmt", "authData"].map((name) => members.get(name))
  if (format?.type !== "text string" || statement?.type !== "map" || data?.type !== "byte string")
    throw new DecodeError(0, "This is no attestation object.")
  return {
    format: format.value,
    statement: new Map(statement.value.map(([key, item]) => [key.value, item])),
    authenticatorData: data.value,
  }
}
