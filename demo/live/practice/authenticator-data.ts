import { concatenate, sha256, type Bytes } from "./bytes"

export type Flags = {
  userVerified: boolean
  backupEligible: boolean
  backupState: boolean
}

/**
 * Authenticator data. WebAuthn L3 §6.1. The user is always present: each ceremony has a prompt.
 *
 * @param attestedCredentialData At registration.
 */
export async function authenticatorData(
  rpId: string,
  flags: Flags,
  signCount: number,
  attestedCredentialData?: Bytes,
): Promise<Bytes> {
  const rpIdHash = await sha256(new TextEncoder().encode(rpId))
  const rest = new DataView(new ArrayBuffer(5))
  rest.setUint8(0, byteOf(flags) | (attestedCredentialData ? 0x40 : 0))
  rest.setUint32(1, signCount)
  return concatenate(
    rpIdHash,
    new Uint8Array(rest.buffer),
    attestedCredentialData ?? new Uint8Array(),
  )
}

function byteOf({ userVerified, backupEligible, backupState }: Flags): number {
  const userPresent = 0x01
  return (
    userPresent |
    (userVerified ? 0x04 : 0) |
    (backupEligible ? 0x08 : 0) |
    (backupEligible && backupState ? 0x10 : 0)
  )
}

/** Attested credential data, with the AAGUID of an authenticator without a model: 16 zero bytes. */
export function attestedCredentialData(credentialId: Bytes, coseKey: Bytes): Bytes {
  const length = Uint8Array.of(credentialId.length >> 8, credentialId.length & 0xff)
  return concatenate(new Uint8Array(16), length, credentialId, coseKey)
}
