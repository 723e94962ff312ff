/** What newer browsers have at `PublicKeyCredential`. TypeScript's library does not know all of it. */
export type PublicKeyCredentialInterface = {
  isUserVerifyingPlatformAuthenticatorAvailable?(): Promise<boolean>
  isConditionalMediationAvailable?(): Promise<boolean>
  getClientCapabilities?(): Promise<Record<string, boolean>>
  signalUnknownCredential?(options: object): Promise<void>
  signalAllAcceptedCredentials?(options: object): Promise<void>
  signalCurrentUserDetails?(options: object): Promise<void>
}

/**
 * The browser's own `PublicKeyCredential`; `undefined` where it has none. The practice passkey
 * imports this file too, which is why it is read before anything else can stand there.
 */
export const nativePublicKeyCredential =
  typeof window === "undefined"
    ? undefined
    : (window.PublicKeyCredential as PublicKeyCredentialInterface | undefined)
