import { bufferToBase64URLString } from "@simplewebauthn/browser"

/**
 * Options or a response of WebAuthn as JSON has them: bytes are base64url. WebAuthn L3 §5.1.
 *
 * Not `toJSON()`: some browsers and password managers have none.
 */
export function toJson(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return bufferToBase64URLString(value)
  if (ArrayBuffer.isView(value))
    return bufferToBase64URLString(
      new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice().buffer,
    )
  if (Array.isArray(value)) return value.map(toJson)
  if (!value || typeof value !== "object") return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toJson(member)]))
}

/** `RegistrationResponseJSON` or `AuthenticationResponseJSON`. */
export function credentialToJson(credential: PublicKeyCredential): unknown {
  const { id, rawId, type, authenticatorAttachment } = credential
  // Whichever of them it is, what it has not is left out.
  const response = credential.response as AuthenticatorAttestationResponse &
    AuthenticatorAssertionResponse
  const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response
  return toJson({
    id,
    rawId,
    type,
    authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON,
      ...(attestationObject
        ? { attestationObject, transports: response.getTransports?.() }
        : { authenticatorData, signature, userHandle }),
    },
  })
}
