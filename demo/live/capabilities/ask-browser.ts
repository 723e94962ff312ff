import type { Capability } from "./capabilities"
import { nativePublicKeyCredential as native } from "./native"

/** What the browser says: `undefined` where it does not tell. */
export type FeatureSupport = boolean | undefined

/**
 * Asks the browser itself, never the practice passkey, what it can do. Browsers that have no
 * `getClientCapabilities()` (WebAuthn L3 §5.1.7) are asked in the older ways, or not at all.
 */
export async function askBrowser(capability: Capability): Promise<FeatureSupport> {
  if (capability === "secureContext") return window.isSecureContext
  if (!native) return false
  if (capability === "publicKeyCredential") return true
  const told = (await native.getClientCapabilities?.().catch(() => undefined))?.[capability]
  if (told !== undefined) return told
  switch (capability) {
    case "userVerifyingPlatformAuthenticator":
      return native.isUserVerifyingPlatformAuthenticatorAvailable?.().catch(() => undefined)
    case "conditionalGet":
      // Without the function there is no autofill either: they came together.
      return (await native.isConditionalMediationAvailable?.()) ?? false
    case "signalUnknownCredential":
    case "signalAllAcceptedCredentials":
    case "signalCurrentUserDetails":
      return typeof native[capability] === "function"
    default:
      return undefined
  }
}
