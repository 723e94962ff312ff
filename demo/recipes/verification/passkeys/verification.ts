import { createPublicKey, type JsonWebKey } from "node:crypto"
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  type VerifyAuthenticationResponseOpts,
  type VerifyRegistrationResponseOpts,
} from "@simplewebauthn/server"
import * as server14 from "simplewebauthn-server-14"
import {
  decodeAttestationObject,
  decodeClientDataJSON,
  decodeCredentialPublicKey,
  isoBase64URL,
  parseAuthenticatorData,
  type AttestationObject,
} from "simplewebauthn-server-14/helpers"

/**
 * For `Passkey({ simpleWebAuthn })`. SimpleWebAuthn 9, which Auth.js is
 * written for, creates the options. SimpleWebAuthn 14 verifies the
 * responses, because version 9 rejects one valid ES256 signature in
 * 128: those whose r or s starts with a zero byte. See
 * https://github.com/MasterKale/SimpleWebAuthn/pull/594.
 *
 * The option replaces all four functions of the provider, so all four
 * are listed.
 */
export const simpleWebAuthn = {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
}

/**
 * The authenticator is the row that Auth.js read from the database.
 * Version 9's type lacks some of it.
 */
type AuthenticationOptions = VerifyAuthenticationResponseOpts & {
  authenticator: { credentialDeviceType?: string }
}

/**
 * WebAuthn L3 §7.2. `requireUserVerification` defaults to `true`, in
 * both versions.
 *
 * @throws {Error} With what doesn't match. Auth.js turns it into a
 * `WebAuthnVerificationError`.
 */
async function verifyAuthenticationResponse({
  authenticator,
  ...options
}: AuthenticationOptions): Promise<VerifiedAuthenticationResponse> {
  checkClientData(options.response.response.clientDataJSON)
  const { verified, authenticationInfo } =
    await server14.verifyAuthenticationResponse({
      ...options,
      credential: {
        id: Buffer.from(authenticator.credentialID).toString(
          "base64url",
        ),
        publicKey: new Uint8Array(authenticator.credentialPublicKey),
        counter: authenticator.counter,
      },
    })
  // Step 19: whether a credential can be backed up never changes.
  const { credentialDeviceType } = authenticationInfo
  if (credentialDeviceType !== authenticator.credentialDeviceType)
    throw new Error(
      `Unexpected backup eligibility, of a ${credentialDeviceType} credential`,
    )
  return {
    verified,
    authenticationInfo: {
      ...authenticationInfo,
      credentialID: authenticator.credentialID,
      // Version 14 has no types for them, and Auth.js doesn't read
      // them.
      authenticatorExtensionResults: undefined,
    },
  }
}

/**
 * WebAuthn L3 §7.1. `requireUserVerification` defaults to `true`, in
 * both versions.
 *
 * @throws {Error} With what doesn't match. Auth.js turns it into a
 * `WebAuthnVerificationError`.
 */
async function verifyRegistrationResponse(
  options: VerifyRegistrationResponseOpts,
): Promise<VerifiedRegistrationResponse> {
  checkRegistration(options.response)
  const { verified, registrationInfo } =
    await server14.verifyRegistrationResponse(options)
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

/**
 * Rejects a ceremony that ran in a frame on another site: WebAuthn L3
 * §7.1 steps 10 and 11, §7.2 steps 13 and 14. If other sites may frame
 * your sign-in page, compare `topOrigin` with their origins.
 *
 * @throws {Error} With the origin of the outer page, if the browser
 * reports it.
 */
function checkClientData(clientDataJSON: string) {
  const { crossOrigin, topOrigin } =
    decodeClientDataJSON(clientDataJSON)
  if (crossOrigin || topOrigin !== undefined)
    throw new Error(
      `Unexpected ceremony in a cross-origin frame, top origin "${topOrigin}"`,
    )
}

/**
 * Rejects what WebAuthn L3 §7.1 doesn't allow but SimpleWebAuthn
 * accepts. Call it first, because SimpleWebAuthn verifies any
 * attestation that it receives.
 *
 * @throws {Error} With what doesn't match.
 */
function checkRegistration({
  id,
  response,
}: VerifyRegistrationResponseOpts["response"]) {
  checkClientData(response.clientDataJSON)
  const attestation = decodeAttestationObject(
    isoBase64URL.toBuffer(response.attestationObject),
  )
  checkAttestationFormat(attestation)

  const credential = parseAuthenticatorData(attestation.get("authData"))
  const { credentialID, credentialPublicKey } = credential
  if (!credentialID || !credentialPublicKey)
    throw new Error("The registration has no credential")
  // Step 25.
  if (credentialID.length > 1_023)
    throw new Error(
      `Unexpected credential id of ${credentialID.length} bytes, at most 1023`,
    )
  // WebAuthn L3 §5.1: the credential's id is the one in the
  // authenticator data.
  if (id !== isoBase64URL.fromBuffer(credentialID))
    throw new Error(
      "The credential id is not that of the authenticator data",
    )
  // Step 20.
  const algorithm = checkPublicKey(credentialPublicKey)
  // WebAuthn L3 §8.2: self attestation is signed with the credential's
  // own key.
  const attestedWith = attestation.get("attStmt").get("alg")
  if (attestedWith !== undefined && attestedWith !== algorithm)
    throw new Error(
      `Unexpected attestation algorithm ${attestedWith}, expected ${algorithm}`,
    )
}

/**
 * Auth.js doesn't request attestation. Browsers then replace every
 * statement with `none`, except self attestation, which is `packed`
 * without certificates: WebAuthn L3 §5.1.3, §5.4.7, §8.7. If you
 * request attestation, allow the formats that you expect.
 */
function checkAttestationFormat(attestation: AttestationObject) {
  const format = attestation.get("fmt")
  const certificates = attestation.get("attStmt").get("x5c")
  if (
    format !== "none" &&
    (format !== "packed" || certificates !== undefined)
  )
    throw new Error(
      `Unexpected attestation of format "${format}": none was asked for`,
    )
}

/**
 * Rejects a public key that could never verify a sign-in.
 *
 * @param coseKey The credential public key, as the authenticator sent
 * it.
 * @returns The key's COSE algorithm.
 * @throws {Error} What is wrong with the key.
 */
function checkPublicKey(coseKey: Uint8Array<ArrayBuffer>): number {
  const key = decodeCredentialPublicKey(coseKey) as unknown as Map<
    number,
    unknown
  >
  const algorithm = Number(key.get(3))
  const { modulusLength, publicExponent } = importKey(
    jwkOf(key, algorithm),
  )
  // RFC 8812 §2: at least 2,048 bits. RFC 8017 §3.1: an odd exponent of
  // at least 3.
  if (modulusLength !== undefined && modulusLength < 2_048)
    throw new Error(
      `Unexpected RSA modulus of ${modulusLength} bits, expected 2048 or more`,
    )
  // As Number, a large exponent would lose its last bit. `3n` needs a
  // later target than Next.js sets.
  const isEven =
    publicExponent !== undefined &&
    publicExponent % BigInt(2) === BigInt(0)
  if (publicExponent !== undefined && (publicExponent < 3 || isEven))
    throw new Error(
      `Unexpected RSA exponent ${publicExponent}, expected an odd one of at least 3`,
    )
  return algorithm
}

/**
 * Returns the key as a JSON Web Key. It supports the algorithms that
 * Auth.js offers (ES256, EdDSA and RS256) with the curves that WebAuthn
 * L3 §5.8.5 requires. If you offer others, add them.
 */
function jwkOf(
  key: Map<number, unknown>,
  algorithm: number,
): JsonWebKey {
  const [type, curve] = [key.get(1), key.get(-1)]
  if (algorithm === -7 && type === 2 && curve === 1)
    return {
      kty: "EC",
      crv: "P-256",
      x: bytes(key, -2, 32),
      y: bytes(key, -3, 32),
    }
  if (algorithm === -8 && type === 1 && curve === 6)
    return { kty: "OKP", crv: "Ed25519", x: bytes(key, -2, 32) }
  if (algorithm === -257 && type === 3)
    return { kty: "RSA", n: bytes(key, -1), e: bytes(key, -2) }
  throw new Error(
    `Unexpected public key of algorithm ${algorithm} and type ${type}`,
  )
}

/** One parameter of the key, as base64url. */
function bytes(
  key: Map<number, unknown>,
  label: number,
  length?: number,
): string {
  const value = key.get(label)
  if (
    !(value instanceof Uint8Array) ||
    value.length !== (length ?? value.length)
  )
    throw new Error(`Unexpected parameter ${label} of the public key`)
  return Buffer.from(value).toString("base64url")
}

/**
 * Node.js rejects a P-256 point that isn't on its curve. It doesn't
 * check Ed25519.
 */
function importKey(jwk: JsonWebKey) {
  try {
    return (
      createPublicKey({ key: jwk, format: "jwk" })
        .asymmetricKeyDetails ?? {}
    )
  } catch (cause) {
    throw new Error(`The public key is not a valid ${jwk.kty} key`, {
      cause,
    })
  }
}
