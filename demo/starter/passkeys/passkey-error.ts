/** Why a ceremony ended without a passkey or a session. */
export type PasskeyErrorCode =
  | "insecure"
  | "unsupported"
  | "wrong-domain"
  | "cancelled"
  | "already-registered"
  | "unusable-authenticator"
  | "refused"
  | "not-verified"
  | "not-accepted"
  | "not-linked"
  | "too-many"
  | "network"
  | "server"

/** What `registerPasskey` and `signInWithPasskey` throw. `cause` is what they caught. */
export class PasskeyError extends Error {
  name = "PasskeyError"

  constructor(
    readonly code: PasskeyErrorCode,
    options?: ErrorOptions,
  ) {
    super(`The passkey ceremony failed: ${code}`, options)
  }
}
