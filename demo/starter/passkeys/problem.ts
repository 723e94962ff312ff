import type { PasskeyErrorCode } from "./passkey-error"

/** What to show a person: what went wrong, and what they can do. */
export const problems: Record<PasskeyErrorCode, { what: string; todo: string }> = {
  insecure: {
    what: "This page was not opened over a secure connection.",
    todo: "Browsers offer passkeys on https and on http://localhost only. Open the site there.",
  },
  unsupported: {
    what: "This browser has no passkeys.",
    todo: "Update it, or open this page in another browser.",
  },
  "wrong-domain": {
    what: "This site is not allowed to use passkeys at this address.",
    todo: "Open it at its own address. An IP address has no passkeys; use localhost.",
  },
  cancelled: {
    what: "The prompt was closed, timed out, or could not verify that it was you.",
    todo: "Nothing was changed. Try again when you are ready.",
  },
  "already-registered": {
    what: "This device already has a passkey for your account.",
    todo: "Sign in with it, or choose another device or password manager in the prompt.",
  },
  "unusable-authenticator": {
    what: "This authenticator cannot make a passkey for this site.",
    todo: "It must store passkeys and verify you, by PIN or biometrics. Choose another one.",
  },
  refused: {
    what: "The server did not begin.",
    todo: "If you already have an account, sign in with its passkey. If you were signed in, your session may have ended: sign in again.",
  },
  "not-verified": {
    what: "The server could not verify the answer of your authenticator.",
    todo: "Another tab may have started after this one, or it took too long. Try again.",
  },
  "not-accepted": {
    what: "The server did not accept this passkey.",
    todo: "It took too long, you signed in or out in another tab, or the account was deleted. Try again, or use another passkey.",
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
    what: "The server could not be reached.",
    todo: "Check your connection, then try again.",
  },
  server: {
    what: "The server had a problem.",
    todo: "Try again in a moment. If it happens again, the server's log says why.",
  },
}
