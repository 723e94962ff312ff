import { answerFor } from "./offer-answers"

/**
 * Whether to offer a passkey to somebody who has just signed in another
 * way: if this device can keep one and verify its user, and unless they
 * have answered already.
 */
export async function shouldOffer(account: string): Promise<boolean> {
  if (!window.isSecureContext) return false
  if (!("PublicKeyCredential" in window)) return false
  if (await answerFor(account)) return false
  // A phone or a security key could be used too, but this is about the
  // next time on this device.
  const { userVerifyingPlatformAuthenticator: available } =
    (await capabilities()) ?? {}
  return (
    available ??
    PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
  )
}

/** WebAuthn L3 §5.1.7. `undefined` in browsers that don't have it. */
async function capabilities() {
  return typeof PublicKeyCredential.getClientCapabilities === "function"
    ? PublicKeyCredential.getClientCapabilities()
    : undefined
}
