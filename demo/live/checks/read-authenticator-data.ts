import { ByteReader } from "../webauthn/byte-reader"
import { readCoseKey, type CoseKey } from "./read-cose-key"

export type AuthenticatorData = {
  rpIdHash: Uint8Array
  flags: { userPresent: boolean; userVerified: boolean; backupEligible: boolean; backedUp: boolean }
  signCount: number
  /** At registration only. */
  credential?: { id: Uint8Array; publicKey: CoseKey }
}

/**
 * What a server checks of authenticator data. WebAuthn L3 §6.1 and §6.5.1.
 *
 * @throws {DecodeError} When it ends early, or its key is none.
 */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData {
  const reader = new ByteReader(bytes)
  const rpIdHash = reader.take(32, "The hash of the RP ID")
  const flags = reader.uint(1, "The flags")
  const isOn = (bit: number) => (flags & (1 << bit)) !== 0
  const data: AuthenticatorData = {
    rpIdHash,
    flags: {
      userPresent: isOn(0),
      userVerified: isOn(2),
      backupEligible: isOn(3),
      backedUp: isOn(4),
    },
    signCount: reader.uint(4, "The signature counter"),
  }
  if (isOn(6)) {
    reader.take(16, "The AAGUID")
    const length = reader.uint(2, "The length of the credential's id")
    const id = reader.take(length, "The credential's id")
    data.credential = { id, publicKey: readCoseKey(reader) }
  }
  return data
}
