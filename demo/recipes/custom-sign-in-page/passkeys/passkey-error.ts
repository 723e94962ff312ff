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
  | "not-allowed"
  | "not-linked"
  | "too-many"
  | "network"
  | "server"

/**
 * Thrown by `registerPasskey` and `signInWithPasskey`. `cause` is what
 * they caught.
 */
export class PasskeyError extends Error {
  name = "PasskeyError"

  constructor(
    readonly code: PasskeyErrorCode,
    options?: ErrorOptions,
  ) {
    super(`The passkey ceremony failed: ${code}`, options)
  }
}
