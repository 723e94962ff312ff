/** A passkey, as `GET /api/passkeys` describes it. */
export type PasskeyDetails = {
  /** The credential id, base64url. */
  id: string
  /** What its owner calls it. */
  name: string | null
  /** The id of the authenticator's model. */
  aaguid: string | null
  /** What the model is called, if it's a known one. */
  provider: string | null
  /** Whether a password manager may have it on several devices. */
  isSynced: boolean
  /** ISO 8601. `null` for passkeys from before the column existed. */
  createdAt: string | null
  /** ISO 8601. `null` until it has signed somebody in. */
  lastUsedAt: string | null
  /** The user handle that it was created with, base64url. */
  userHandle: string | null
  transports: string[]
}

/** What `GET`, `PATCH` and `DELETE /api/passkeys` return. */
export type PasskeysAnswer = {
  /** The domain that the passkeys are for. */
  rpId: string
  /** What password managers show as the account's name. */
  accountName: string
  passkeys: PasskeyDetails[]
}
