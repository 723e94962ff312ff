import type { PasskeyError } from "./passkey-error"

type Credential = { rpId: string; credentialId: string }

type WithSignal = {
  signalUnknownCredential?: (credential: Credential) => Promise<void>
}

/**
 * Has the browser forget a passkey that the server doesn't have, so
 * that nobody is offered it again. WebAuthn L3 §5.1.10.2. It does
 * nothing where the browser can't, or where the server may have the
 * passkey.
 *
 * @param error Why the ceremony with this passkey failed.
 */
export async function forgetIfUnknown(
  credential: Credential,
  action: "register" | "authenticate",
  error: PasskeyError,
): Promise<void> {
  const { signalUnknownCredential } =
    PublicKeyCredential as unknown as WithSignal
  if (!signalUnknownCredential) return
  if (
    (action === "register" && refusals.includes(error.code)) ||
    (error.code === "not-accepted" &&
      (await isUnknown(credential.credentialId)))
  )
    await signalUnknownCredential
      .call(PublicKeyCredential, credential)
      .catch(() => {})
}

/**
 * Refused before anything was stored. Other errors of a registration
 * leave it open: when the connection broke, or a proxy gave up, the
 * server may have stored the passkey, or may be about to.
 */
const refusals = [
  "refused",
  "not-verified",
  "not-linked",
  "not-allowed",
  "too-many",
]

/**
 * Auth.js reports a passkey that it doesn't know and a database that is
 * down with the same error. `app/api/passkeys/known/route.ts` can tell
 * them apart. Without that file, Next.js answers 404 with a page, which
 * says nothing about the passkey: hence the look at the body.
 */
async function isUnknown(id: string): Promise<boolean> {
  try {
    const response = await fetch("/api/passkeys/known", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ id }),
    })
    if (response.status !== 404) return false
    return (await response.json()).known === false
  } catch {
    return false
  }
}
