import type { PasskeyErrorCode } from "./passkey-error"

/**
 * What to tell the user: what went wrong, and what they can do about
 * it.
 */
export const problems: Record<
  PasskeyErrorCode,
  { what: string; todo: string }
> = {
  insecure: {
    what: "This page wasn't opened over a secure connection.",
    todo: "Passkeys work on https and on http://localhost only. Open the site there.",
  },
  unsupported: {
    what: "This browser doesn't support passkeys.",
    todo: "Update it, or open this page in another browser.",
  },
  "wrong-domain": {
    what: "This site can't use passkeys at this address.",
    todo: "Open it at its usual address. Passkeys don't work on IP addresses: use localhost instead.",
  },
  cancelled: {
    what: "The prompt was closed, timed out, or couldn't verify that it was you.",
    todo: "Nothing has changed. Try again when you're ready.",
  },
  "already-registered": {
    what: "This device already has a passkey for your account.",
    todo: "Sign in with it, or choose another device or password manager in the prompt.",
  },
  "unusable-authenticator": {
    what: "This authenticator can't create a passkey for this site.",
    todo: "It must be able to store passkeys and to verify you with a PIN or biometrics. Choose another one.",
  },
  refused: {
    what: "The server refused the request.",
    todo: "If you already have an account, sign in with its passkey. If you were signed in, your session may have expired: sign in again.",
  },
  "not-verified": {
    what: "We couldn't verify the response from your authenticator.",
    todo: "It may have taken too long, or you may have started again in another tab. Try again.",
  },
  "not-accepted": {
    what: "This passkey wasn't accepted.",
    todo: "It may have taken too long, you may have signed in or out in another tab, or the account may have been deleted. Try again, or use another passkey.",
  },
  "not-allowed": {
    what: "You aren't allowed to sign in.",
    todo: "If you think this is a mistake, contact the people who run this site.",
  },
  "not-linked": {
    what: "This passkey or this e-mail address belongs to another account.",
    todo: "Sign out first, then sign in with the passkey of that account.",
  },
  "too-many": {
    what: "There were too many attempts.",
    todo: "Wait a minute, then try again.",
  },
  network: {
    what: "We couldn't reach the server.",
    todo: "Check your connection, then try again.",
  },
  server: {
    what: "Something went wrong on the server.",
    todo: "Try again in a moment. If it keeps happening, the reason is in the server's log.",
  },
}
