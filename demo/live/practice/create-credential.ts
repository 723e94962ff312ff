import { toBase64url } from "../webauthn/base64"
import { notAllowed, type Obstacle, type PracticeAuthenticator } from "./authenticator"
import { copyOf, sha256 } from "./bytes"
import { withinLifetime } from "./ceremony-lifetime"
import { clientData } from "./client-data"
import { makeCredential } from "./make-credential"
import { registrationCredential } from "./practice-credential"
import { rpIdFor } from "./rp-id"

/**
 * Answers `navigator.credentials.create()`. WebAuthn L3 §5.1.3.
 *
 * @throws {DOMException} `NotAllowedError`, `InvalidStateError`, `NotSupportedError`,
 *   `SecurityError`; or the reason of an aborted signal.
 * @throws {TypeError} For a user id that has not 1 to 64 bytes, or a mediation it does not know.
 */
export async function createCredential(
  authenticator: PracticeAuthenticator,
  { publicKey, signal, ...options }: CredentialCreationOptions & { mediation?: string },
) {
  if (!publicKey) throw new TypeError("The practice passkey needs the member publicKey.")
  if (options.mediation === "conditional")
    throw new TypeError("The practice passkey has no conditional registration.")
  const { user, authenticatorSelection = {}, attestation, extensions } = publicKey
  const userId = copyOf(user.id)
  if (userId.length < 1 || userId.length > 64)
    throw new TypeError("user.id must have 1 to 64 bytes.")
  const rpId = rpIdFor(authenticator.origin, publicKey.rp.id)
  const algorithms = algorithmsIn(publicKey.pubKeyCredParams)
  const json = clientData("webauthn.create", copyOf(publicKey.challenge), authenticator.origin)
  const excluded = (publicKey.excludeCredentials ?? []).map(({ id }) => toBase64url(copyOf(id)))

  return withinLifetime({ signal, timeout: publicKey.timeout }, async (signal) => {
    const verifies = authenticator.settings().userVerification === "on"
    const why = obstacle(authenticatorSelection, verifies)
    if (why) {
      await authenticator.prompt.tell({ rpId, why }, signal)
      throw notAllowed()
    }
    const { passkey, ...made } = await makeCredential(authenticator, {
      clientDataHash: await sha256(json),
      rpId,
      user: { id: userId, name: user.name, displayName: user.displayName },
      discoverable: mustBeDiscoverable(authenticatorSelection),
      userVerified: verifies && authenticatorSelection.userVerification !== "discouraged",
      algorithms,
      excluded,
      attestation: attestation !== undefined && attestation !== "none",
      signal,
    })
    return registrationCredential({
      ...made,
      id: passkey.id,
      algorithm: passkey.algorithm,
      clientDataJSON: json,
      extensionResults: extensions?.credProps ? { credProps: { rk: passkey.discoverable } } : {},
    })
  })
}

/** WebAuthn L3 §5.1.3 step 10. An empty list means ES256 and RS256. */
function algorithmsIn(parameters: PublicKeyCredentialParameters[]): number[] {
  if (parameters.length === 0) return [-7, -257]
  const algorithms = parameters.filter(({ type }) => type === "public-key").map(({ alg }) => alg)
  if (algorithms.length === 0)
    throw new DOMException("No parameter is of the type public-key.", "NotSupportedError")
  return algorithms
}

/** Why the client does not ask this authenticator. It says it is part of the device. */
function obstacle(
  { authenticatorAttachment, userVerification }: AuthenticatorSelectionCriteria,
  verifies: boolean,
): Obstacle["why"] | undefined {
  if (authenticatorAttachment === "cross-platform") return "attachment"
  return userVerification === "required" && !verifies ? "user-verification" : undefined
}

/** The effective resident key requirement for credential creation. */
const mustBeDiscoverable = (selection: AuthenticatorSelectionCriteria): boolean =>
  selection.residentKey === undefined
    ? selection.requireResidentKey === true
    : selection.residentKey !== "discouraged"
