import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  type VerifyAuthenticationResponseOpts,
  type VerifyRegistrationResponseOpts,
} from "@simplewebauthn/server"
import * as server14 from "simplewebauthn-server-14"
import { checkClientData } from "./check-client-data"
import { checkRegistration } from "./check-registration"

/**
 * For `Passkey({ simpleWebAuthn })`. SimpleWebAuthn 9, which Auth.js is written for, creates the
 * options. SimpleWebAuthn 14 verifies the responses, because version 9 rejects one valid ES256
 * signature in 128: those whose r or s starts with a zero byte.
 * See https://github.com/MasterKale/SimpleWebAuthn/pull/594.
 *
 * The option replaces all four functions of the provider, so all four are listed.
 */
export const simpleWebAuthn = {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
}

/** The authenticator is the row that Auth.js read from the database. Version 9's type lacks some of it. */
type AuthenticationOptions = VerifyAuthenticationResponseOpts & {
  authenticator: { credentialDeviceType?: string }
}

/**
 * WebAuthn L3 §7.2. `requireUserVerification` defaults to `true`, in both versions.
 *
 * @throws {Error} With what doesn't match. Auth.js turns it into a `WebAuthnVerificationError`.
 */
async function verifyAuthenticationResponse({
  authenticator,
  ...options
}: AuthenticationOptions): Promise<VerifiedAuthenticationResponse> {
  checkClientData(options.response.response.clientDataJSON)
  const { verified, authenticationInfo } = await server14.verifyAuthenticationResponse({
    ...options,
    credential: {
      id: Buffer.from(authenticator.credentialID).toString("base64url"),
      publicKey: new Uint8Array(authenticator.credentialPublicKey),
      counter: authenticator.counter,
    },
  })
  // Step 19: whether a credential can be backed up never changes.
  const { credentialDeviceType } = authenticationInfo
  if (credentialDeviceType !== authenticator.credentialDeviceType)
    throw new Error(`Unexpected backup eligibility, of a ${credentialDeviceType} credential`)
  return {
    verified,
    authenticationInfo: {
      ...authenticationInfo,
      credentialID: authenticator.credentialID,
      // Version 14 has no types for them, and Auth.js doesn't read them.
      authenticatorExtensionResults: undefined,
    },
  }
}

/**
 * WebAuthn L3 §7.1. `requireUserVerification` defaults to `true`, in both versions.
 *
 * @throws {Error} With what doesn't match. Auth.js turns it into a `WebAuthnVerificationError`.
 */
async function verifyRegistrationResponse(
  options: VerifyRegistrationResponseOpts,
): Promise<VerifiedRegistrationResponse> {
  checkRegistration(options.response)
  const { verified, registrationInfo } = await server14.verifyRegistrationResponse(options)
  if (!verified) return { verified }
  const { credential, ...info } = registrationInfo
  return {
    verified,
    registrationInfo: {
      ...info,
      credentialID: Buffer.from(credential.id, "base64url"),
      credentialPublicKey: credential.publicKey,
      counter: credential.counter,
      authenticatorExtensionResults: undefined,
    },
  }
}
