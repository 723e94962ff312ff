/** COSE algorithm identifiers: ES256 and RS256. WebAuthn L3 §5.8.5. */
export type PracticeAlgorithm = -7 | -257

/** A public key credential source. WebAuthn L3 §4. */
export type PracticePasskey = {
  /** Credential id, base64url. */
  id: string
  rpId: string
  userHandle: Uint8Array<ArrayBuffer>
  userName: string
  displayName: string
  algorithm: PracticeAlgorithm
  /** Not extractable: it signs, and nobody can read it, the page included. */
  privateKey: CryptoKey
  /** Whether it is found without its id, by RP ID alone. */
  discoverable: boolean
  backupEligible: boolean
  /** Whether it counts its uses. If not, `signCount` stays 0. */
  counts: boolean
  signCount: number
  /** Milliseconds since 1970. */
  createdAt: number
}

/** Where passkeys are kept. */
export type PasskeyStore = {
  /** The oldest first. */
  all(): Promise<PracticePasskey[]>
  put(passkey: PracticePasskey): Promise<void>
  /** Exchanges a passkey in one transaction, so that two tabs never count to the same number. */
  update(
    id: string,
    change: (passkey: PracticePasskey) => PracticePasskey,
  ): Promise<PracticePasskey>
  delete(id: string): Promise<void>
}
