import { readBase64, toBase64url } from "../webauthn/base64"
import type { Bytes } from "./bytes"
import type { PracticeAlgorithm } from "./practice-passkey"

type CredentialResponse = { toJSON(): Record<string, unknown> }

/** As `PublicKeyCredential`, whose constructor no page can call. WebAuthn L3 §5.1. */
export class PracticeCredential<Content extends CredentialResponse = CredentialResponse> {
  readonly type = "public-key"
  readonly authenticatorAttachment = "platform"
  readonly rawId: ArrayBuffer

  constructor(
    readonly id: string,
    readonly response: Content,
    private readonly extensionResults: AuthenticationExtensionsClientOutputs,
  ) {
    this.rawId = new Uint8Array(readBase64(id)).buffer
  }

  getClientExtensionResults(): AuthenticationExtensionsClientOutputs {
    return this.extensionResults
  }

  toJSON() {
    const { id, type, authenticatorAttachment, extensionResults } = this
    return {
      id,
      rawId: id,
      type,
      authenticatorAttachment,
      clientExtensionResults: extensionResults,
      response: this.response.toJSON(),
    }
  }
}

type Registered = {
  id: string
  algorithm: PracticeAlgorithm
  clientDataJSON: Bytes
  attestationObject: Bytes
  authenticatorData: Bytes
  spki: Bytes
  extensionResults: AuthenticationExtensionsClientOutputs
}

/** What `create()` gives: an AuthenticatorAttestationResponse in it. WebAuthn L3 §5.2.1. */
export function registrationCredential({ id, extensionResults, ...made }: Registered) {
  const transports = ["internal"]
  return new PracticeCredential(
    id,
    {
      clientDataJSON: made.clientDataJSON.buffer,
      attestationObject: made.attestationObject.buffer,
      getAuthenticatorData: () => made.authenticatorData.slice().buffer,
      getPublicKey: () => made.spki.slice().buffer,
      getPublicKeyAlgorithm: () => made.algorithm,
      getTransports: () => [...transports],
      toJSON: () => ({
        clientDataJSON: toBase64url(made.clientDataJSON),
        authenticatorData: toBase64url(made.authenticatorData),
        transports,
        publicKey: toBase64url(made.spki),
        publicKeyAlgorithm: made.algorithm,
        attestationObject: toBase64url(made.attestationObject),
      }),
    },
    extensionResults,
  )
}

type Asserted = {
  id: string
  userHandle: Bytes
  clientDataJSON: Bytes
  authenticatorData: Bytes
  signature: Bytes
}

/** What `get()` gives: an AuthenticatorAssertionResponse in it. WebAuthn L3 §5.2.2. */
export function authenticationCredential({ id, ...asserted }: Asserted) {
  return new PracticeCredential(
    id,
    {
      clientDataJSON: asserted.clientDataJSON.buffer,
      authenticatorData: asserted.authenticatorData.buffer,
      signature: asserted.signature.buffer,
      userHandle: asserted.userHandle.slice().buffer,
      toJSON: () => ({
        clientDataJSON: toBase64url(asserted.clientDataJSON),
        authenticatorData: toBase64url(asserted.authenticatorData),
        signature: toBase64url(asserted.signature),
        userHandle: toBase64url(asserted.userHandle),
      }),
    },
    {},
  )
}
