import type { ByteReader } from "../webauthn/byte-reader"
import { readCborMap, type CborItem } from "../webauthn/cbor"
import { cosePublicKey } from "../webauthn/cose-public-key"
import type { PublicKey } from "../webauthn/public-key"

/** A public key and the only algorithm that it is for; no key where WebCrypto has none of its type. */
export type CoseKey = { algorithm: number; key: PublicKey | undefined }

/**
 * A COSE_Key. WebAuthn L3 §6.5.1, RFC 9052 §7.
 *
 * @throws {DecodeError} When it is none.
 */
export function readCoseKey(reader: ByteReader): CoseKey {
  const start = reader.offset
  const parameters = new Map<number, CborItem>()
  for (const [label, item] of readCborMap(reader, "A COSE key"))
    parameters.set(Number(label.value), item)
  return { algorithm: Number(parameters.get(3)?.value), key: cosePublicKey(parameters, start) }
}
