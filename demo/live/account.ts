/** What `GET /api/demo/account` answers. */
export type AccountAnswer = {
  /** The database that the demo really runs on. */
  database: string
  /** The account that the session belongs to; `null` when signed out. */
  account: { name: string; passkeys: number } | null
}

/** What `DELETE /api/demo/account` answers: what a password manager needs to forget the passkeys. */
export type ErasedAnswer = {
  rpId: string
  /** Credential ids, base64url. */
  credentialIds: string[]
}
