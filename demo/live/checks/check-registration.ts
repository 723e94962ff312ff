import { showAlgorithm } from "../webauthn/cose-algorithms"
import { webauthn, type Reference } from "../webauthn/specification"
import { checkAttestation } from "./check-attestation"
import { checkAuthenticatorData } from "./check-authenticator-data"
import { checkClientData } from "./check-client-data"
import { outcomeOf, type Check } from "./check"
import type { Evidence } from "./evidence"

/** A step of "Registering a New Credential", as the numbered list there counts them. */
function step(number: number): Reference {
  const { text, href } = webauthn("sctn-registering-a-new-credential")
  return { text: `${text} step ${number}`, href }
}

/** WebAuthn L3 §7.1, steps 7 to 26. */
export async function checkRegistration(evidence: Evidence, origin: string): Promise<Check[]> {
  const { options, authenticatorData, credentialId } = evidence
  const { credential } = authenticatorData
  const offered = (options.pubKeyCredParams ?? []).map(({ alg }) => alg)
  const algorithm = credential?.publicKey.algorithm
  return [
    ...checkClientData(evidence, "webauthn.create", origin, (offset) => step(7 + offset)),
    ...(await checkAuthenticatorData(
      evidence,
      options.rp.id ?? new URL(origin).hostname,
      options.authenticatorSelection?.userVerification,
      (offset) => step(14 + offset),
    )),
    {
      name: "algorithm",
      about: "The key is for an algorithm that the options offered.",
      specification: step(20),
      expected: offered.map(showAlgorithm).join(", "),
      got: algorithm === undefined ? "no key" : showAlgorithm(algorithm),
      outcome: outcomeOf(algorithm !== undefined && offered.includes(algorithm)),
    },
    { ...(await checkAttestation(evidence)), specification: step(22) },
    {
      name: "credential id",
      about: "The id has at most 1023 bytes.",
      specification: step(25),
      expected: "at most 1023 bytes",
      got: `${credential?.id.length ?? 0} bytes`,
      outcome: outcomeOf(!!credential && credential.id.length <= 1_023),
    },
    {
      name: "credential id is new",
      about: "No account has a credential with this id.",
      specification: step(26),
      got: credentialId,
      outcome: "unknown",
      note: "Only the server can check every account.",
    },
  ]
}
