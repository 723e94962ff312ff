import type { PasskeyErrorCode } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"

/**
 * The pages of the guide that explain what a developer sees with each problem: the browser's error or the
 * server's log. A problem without one is nobody's mistake, or not Auth.js's.
 */
export const errorPages: Partial<Record<PasskeyErrorCode, string>> = {
  insecure: "/errors/insecure-context",
  unsupported: "/errors/not-supported",
  "wrong-domain": "/errors/rp-id-not-for-this-domain",
  "already-registered": "/errors/already-registered",
  refused: "/errors/invalid-request",
  "not-verified": "/errors/webauthn-verification-error",
  "not-accepted": "/errors/authenticator-not-found",
  "not-allowed": "/errors/access-denied",
  "not-linked": "/errors/account-not-linked",
  server: "/errors/server-configuration",
}
