import type { VerifyRegistrationResponseOpts } from "@simplewebauthn/server"
import {
  decodeAttestationObject,
  isoBase64URL,
  parseAuthenticatorData,
  type AttestationObject,
} from "simplewebauthn-server-14/helpers"
import { checkClientData } from "./check-client-data"
import { checkPublicKey } from "./check-public-key"

/**
 * Rejects what WebAuthn L3 §7.1 doesn't allow but SimpleWebAuthn accepts. Call it first, because
 * SimpleWebAuthn verifies any attestation that it receives.
 *
 * @throws {Error} With what doesn't match.
 */
export function checkRegistration({ id, response }: VerifyRegistrationResponseOpts["response"]) {
  checkClientData(response.clientDataJSON)
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject))
  checkAttestationFormat(attestation)

  const credential = parseAuthenticatorData(attestation.get("authData"))
  const { credentialID, credentialPublicKey } = credential
  if (!credentialID || !credentialPublicKey) throw new Error("The registration has no credential")
  // Step 25.
  if (credentialID.length > 1_023)
    throw new Error(`Unexpected credential id of ${credentialID.length} bytes, at most 1023`)
  // WebAuthn L3 §5.1: the credential's id is the one in the authenticator data.
  if (id !== isoBase64URL.fromBuffer(credentialID))
    throw new Error("The credential id is not that of the authenticator data")
  // Step 20.
  const algorithm = checkPublicKey(credentialPublicKey)
  // WebAuthn L3 §8.2: self attestation is signed with the credential's own key.
  const attestedWith = attestation.get("attStmt").get("alg")
  if (attestedWith !== undefined && attestedWith !== algorithm)
    throw new Error(`Unexpected attestation algorithm ${attestedWith}, expected ${algorithm}`)
}

/**
 * Auth.js doesn't request attestation. Browsers then replace every statement with `none`, except self
 * attestation, which is `packed` without certificates: WebAuthn L3 §5.1.3, §5.4.7, §8.7. If you request
 * attestation, allow the formats that you expect.
 */
function checkAttestationFormat(attestation: AttestationObject) {
  const format = attestation.get("fmt")
  const certificates = attestation.get("attStmt").get("x5c")
  if (format !== "none" && (format !== "packed" || certificates !== undefined))
    throw new Error(`Unexpected attestation of format "${format}": none was asked for`)
}
