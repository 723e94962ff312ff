import { webauthn, type Reference } from "../webauthn/specification"
import { noSuchAlgorithm, verdict } from "./check-attestation"
import { checkAuthenticatorData } from "./check-authenticator-data"
import { checkClientData } from "./check-client-data"
import { outcomeOf, type Check } from "./check"
import type { Evidence } from "./evidence"
import type { StoredCredential } from "./stored-credential"
import { verifySignature } from "./verify-signature"

/** A step of "Verifying an Authentication Assertion", as the numbered list there counts them. */
function step(number: number): Reference {
  const { text, href } = webauthn("sctn-verifying-assertion")
  return { text: `${text} step ${number}`, href }
}

/** WebAuthn L3 §7.2, steps 5 to 22. */
export async function checkAuthentication(
  evidence: Evidence,
  origin: string,
  stored: StoredCredential,
): Promise<Check[]> {
  const { options } = evidence
  return [
    ...checkAllowed(evidence),
    checkKnown(evidence, stored),
    ...checkClientData(evidence, "webauthn.get", origin, (offset) => step(10 + offset)),
    ...(await checkAuthenticatorData(
      evidence,
      options.rpId ?? new URL(origin).hostname,
      options.userVerification,
      (offset) => step(15 + offset),
    )),
    await checkSignature(evidence, stored),
    checkCounter(evidence, stored),
  ]
}

/** Nothing to check where any credential will do. */
function checkAllowed({ options, credentialId }: Evidence): Check[] {
  const allowed = (options.allowCredentials ?? []).map(({ id }) => id)
  if (allowed.length === 0) return []
  return [
    {
      name: "allowed credential",
      about: "The credential is one of allowCredentials.",
      specification: step(5),
      expected: allowed.join(", "),
      got: credentialId,
      outcome: outcomeOf(allowed.includes(credentialId)),
    },
  ]
}

const otherAccount = "The rows that you can see now don't include it."
const signedOut = "You can only see rows while you're signed in."

function checkKnown({ credentialId }: Evidence, { hasRow }: StoredCredential): Check {
  return {
    name: "credential id",
    about:
      "The table Authenticator contains this credential and says which account it belongs to. Auth.js ignores the user handle.",
    specification: step(6),
    got: credentialId,
    // Who is signed in now may be somebody else: no row here is no proof that there was none.
    outcome: hasRow ? "passed" : "unknown",
    ...(!hasRow && { note: hasRow === false ? otherAccount : signedOut }),
  }
}

async function checkSignature(
  { signed, signature }: Evidence,
  { publicKey }: StoredCredential,
): Promise<Check> {
  const about =
    "The private key signed the authenticator data followed by the SHA-256 hash of clientDataJSON."
  const check = { name: "signature", about, specification: step(21) }
  if (!publicKey)
    return {
      ...check,
      outcome: "unknown",
      note: "The public key is in your row of the table Authenticator. Sign in to see it.",
    }
  const valid = signature && (await verifySignature(publicKey.key, signed, signature))
  if (valid === undefined)
    return { ...check, outcome: "unknown", note: noSuchAlgorithm(publicKey.key.algorithm) }
  return { ...check, ...verdict(valid), note: `With the public key of ${publicKey.from}.` }
}

function checkCounter(
  { authenticatorData: { signCount } }: Evidence,
  { signCount: before }: StoredCredential,
): Check {
  const check = {
    name: "counter",
    about:
      "It has increased since the last time, or stays at 0 for authenticators without a counter.",
    specification: step(22),
    got: String(signCount),
  }
  if (before === undefined)
    return {
      ...check,
      outcome: "unknown",
      note: "The server has replaced the counter that it compared with, and this tab didn't record it.",
    }
  return {
    ...check,
    expected: before === 0 && signCount === 0 ? "0" : `more than ${before}`,
    outcome: outcomeOf(signCount > before || (signCount === 0 && before === 0)),
  }
}
