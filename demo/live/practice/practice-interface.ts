import {
  nativePublicKeyCredential,
  type PublicKeyCredentialInterface,
} from "../capabilities/native"
import type { PracticeAuthenticator } from "./authenticator"
import { PracticeCredential } from "./practice-credential"
import { toBase64url } from "../webauthn/base64"

/**
 * What stands at `window.PublicKeyCredential` for the practice authenticator: the functions that
 * tell what it can do, and those that tell it what has become of its passkeys. WebAuthn L3 §5.1.
 */
export function practiceInterface({ store, settings }: PracticeAuthenticator) {
  const verifies = () => settings().userVerification === "on"
  return class extends PracticeCredential {
    static [Symbol.hasInstance](value: unknown) {
      return value instanceof PracticeCredential
    }

    static async isUserVerifyingPlatformAuthenticatorAvailable() {
      return verifies()
    }

    static async isConditionalMediationAvailable() {
      return false
    }

    static async getClientCapabilities() {
      return {
        conditionalCreate: false,
        conditionalGet: false,
        hybridTransport: false,
        passkeyPlatformAuthenticator: verifies(),
        relatedOrigins: false,
        signalAllAcceptedCredentials: true,
        signalCurrentUserDetails: true,
        signalUnknownCredential: true,
        userVerifyingPlatformAuthenticator: verifies(),
      }
    }

    /** WebAuthn L3 §5.1.10.2. The account may have passkeys elsewhere: the browser is told too. */
    static async signalUnknownCredential(options: { rpId: string; credentialId: string }) {
      const { rpId, credentialId } = options
      for (const passkey of await store.all())
        if (passkey.rpId === rpId && passkey.id === credentialId) await store.delete(passkey.id)
      await native?.signalUnknownCredential?.(options)
    }

    /** WebAuthn L3 §5.1.10.3. */
    static async signalAllAcceptedCredentials(options: {
      rpId: string
      userId: string
      allAcceptedCredentialIds: string[]
    }) {
      const { rpId, userId, allAcceptedCredentialIds } = options
      for (const passkey of await store.all())
        if (passkey.rpId === rpId && toBase64url(passkey.userHandle) === userId)
          if (!allAcceptedCredentialIds.includes(passkey.id)) await store.delete(passkey.id)
      await native?.signalAllAcceptedCredentials?.(options)
    }

    /** WebAuthn L3 §5.1.10.4. */
    static async signalCurrentUserDetails(options: {
      rpId: string
      userId: string
      name: string
      displayName: string
    }) {
      const { rpId, userId, name, displayName } = options
      for (const passkey of await store.all())
        if (passkey.rpId === rpId && toBase64url(passkey.userHandle) === userId)
          await store.update(passkey.id, (passkey) => ({ ...passkey, userName: name, displayName }))
      await native?.signalCurrentUserDetails?.(options)
    }
  }
}

const native: PublicKeyCredentialInterface | undefined = nativePublicKeyCredential
