/** What `DELETE /api/demo/account` answers: what a password manager needs to forget the passkeys. */
export type ErasedAnswer = {
  rpId: string
  /** Credential ids, base64url. */
  credentialIds: string[]
}
