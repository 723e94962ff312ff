import {
  base64URLStringToBuffer,
  bufferToBase64URLString,
} from "@simplewebauthn/browser"

type CreationJson = PublicKeyCredentialCreationOptionsJSON
type RequestJson = PublicKeyCredentialRequestOptionsJSON

/**
 * The options of a registration as `create()` takes them: with bytes
 * where JSON has base64url. WebAuthn L3 §5.1.8.
 */
export function parseCreationOptions(
  options: CreationJson,
): PublicKeyCredentialCreationOptions {
  if (has("parseCreationOptionsFromJSON"))
    return PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const { challenge, user, excludeCredentials } = options
  return {
    ...options,
    challenge: base64URLStringToBuffer(challenge),
    user: { ...user, id: base64URLStringToBuffer(user.id) },
    excludeCredentials: excludeCredentials?.map(withBytes),
  } as PublicKeyCredentialCreationOptions
}

/** The options of a sign-in as `get()` takes them. §5.1.9. */
export function parseRequestOptions(
  options: RequestJson,
): PublicKeyCredentialRequestOptions {
  if (has("parseRequestOptionsFromJSON"))
    return PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const { challenge, allowCredentials } = options
  return {
    ...options,
    challenge: base64URLStringToBuffer(challenge),
    allowCredentials: allowCredentials?.map(withBytes),
  } as PublicKeyCredentialRequestOptions
}

/**
 * What `create()` or `get()` returned, to post to the server. Some
 * password managers return objects without `toJSON()`.
 */
export function credentialToJson(
  credential: PublicKeyCredential,
): unknown {
  if (typeof credential.toJSON === "function")
    return credential.toJSON()
  const { id, type, authenticatorAttachment } = credential
  const response = credential.response as Partial<
    AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  >
  return {
    id,
    rawId: id,
    type,
    authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports?.(),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      userHandle: toText(response.userHandle),
    },
  }
}

/** Chromium has them from 129 on, Safari from 18.4, Firefox from 119. */
const has = (name: `parse${"Creation" | "Request"}OptionsFromJSON`) =>
  typeof PublicKeyCredential[name] === "function"

const withBytes = ({ id, ...descriptor }: { id: string }) => ({
  ...descriptor,
  type: "public-key" as const,
  id: base64URLStringToBuffer(id),
})

const toText = (bytes: ArrayBuffer | null | undefined) =>
  bytes ? bufferToBase64URLString(bytes) : undefined
