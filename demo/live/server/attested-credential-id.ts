import { decodeAttestationObject, parseAuthenticatorData } from "simplewebauthn-server-14/helpers"

/**
 * The id of the credential that a registration has stored: the one in its attested credential data
 * (WebAuthn L3 §6.5.1), which Auth.js stores in base64. The `id` beside it in the response is not
 * verified: a client may write any other there.
 *
 * @param data The JSON of a registration response that Auth.js has accepted.
 */
export function attestedCredentialId(data: string): string | undefined {
  const { response } = JSON.parse(data) as { response: { attestationObject: string } }
  const attestation = new Uint8Array(Buffer.from(response.attestationObject, "base64url"))
  const authData = decodeAttestationObject(attestation).get("authData")
  const { credentialID } = parseAuthenticatorData(authData)
  return credentialID && Buffer.from(credentialID).toString("base64")
}
