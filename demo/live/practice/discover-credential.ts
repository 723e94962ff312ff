import { toBase64url } from "../webauthn/base64"
import { notAllowed, type PracticeAuthenticator } from "./authenticator"
import { copyOf, sha256 } from "./bytes"
import { withinLifetime } from "./ceremony-lifetime"
import { clientData } from "./client-data"
import { getAssertion } from "./get-assertion"
import { authenticationCredential } from "./practice-credential"
import { rpIdFor } from "./rp-id"

/**
 * Answers `navigator.credentials.get()`. WebAuthn L3 §5.1.4.1.
 *
 * @throws {DOMException} `NotAllowedError`, `SecurityError`; or the reason of an aborted signal.
 * @throws {TypeError} For conditional mediation, which it does not have.
 */
export async function discoverCredential(
  authenticator: PracticeAuthenticator,
  { publicKey, signal, mediation }: CredentialRequestOptions,
) {
  if (!publicKey) throw new TypeError("The practice passkey needs the member publicKey.")
  if (mediation === "conditional") throw new TypeError("The practice passkey has no autofill.")
  const rpId = rpIdFor(authenticator.origin, publicKey.rpId)
  const json = clientData("webauthn.get", copyOf(publicKey.challenge), authenticator.origin)
  const allowed = publicKey.allowCredentials?.map(({ id }) => toBase64url(copyOf(id)))

  return withinLifetime({ signal, timeout: publicKey.timeout }, async (signal) => {
    const verifies = authenticator.settings().userVerification === "on"
    if (publicKey.userVerification === "required" && !verifies) {
      await authenticator.prompt.tell({ rpId, why: "user-verification" }, signal)
      throw notAllowed()
    }
    const { passkey, ...asserted } = await getAssertion(authenticator, {
      clientDataHash: await sha256(json),
      rpId,
      allowed: allowed?.length ? allowed : undefined,
      userVerified: verifies && publicKey.userVerification !== "discouraged",
      signal,
    })
    return authenticationCredential({
      ...asserted,
      id: passkey.id,
      userHandle: passkey.userHandle,
      clientDataJSON: json,
    })
  })
}
