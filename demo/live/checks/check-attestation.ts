import { showAlgorithm } from "../webauthn/cose-algorithms"
import { outcomeOf, type Check } from "./check"
import type { Evidence } from "./evidence"
import { verifySignature } from "./verify-signature"

const name = "attestation"

/**
 * The attestation statement: none, or the new key's own signature. What a maker's certificate has
 * signed is not verified here. WebAuthn L3 §8.2 and §8.7.
 */
export async function checkAttestation({
  attestation,
  authenticatorData: { credential },
  signed,
}: Evidence): Promise<Omit<Check, "specification">> {
  const { format, statement } = attestation ?? { format: "", statement: new Map() }
  if (format === "none")
    return {
      name,
      about: "The format is none, so there's no statement and no signature to verify.",
      expected: "an empty statement",
      got: statement.size === 0 ? "an empty statement" : `${statement.size} members`,
      outcome: outcomeOf(statement.size === 0),
    }
  const [signature, algorithm] = [statement.get("sig"), Number(statement.get("alg")?.value)]
  if (format !== "packed" || statement.has("x5c") || signature?.type !== "byte string")
    return {
      name,
      about: `The statement has the format ${format}.`,
      outcome: "unknown",
      note: "This page doesn't verify certificates. The server does.",
    }
  const about = "The new key signed its own registration, which is called self attestation."
  if (!credential || algorithm !== credential.publicKey.algorithm)
    return {
      name,
      about,
      expected: credential ? `alg ${showAlgorithm(credential.publicKey.algorithm)}` : "a key",
      got: `alg ${showAlgorithm(algorithm)}`,
      outcome: "failed",
    }
  const valid = await verifySignature(credential.publicKey, signed, signature.value)
  if (valid === undefined)
    return { name, about, outcome: "unknown", note: noSuchAlgorithm(algorithm) }
  return { name, about, ...verdict(valid) }
}

export const noSuchAlgorithm = (algorithm: number) =>
  `This browser can't verify signatures with ${showAlgorithm(algorithm)}.`

export const verdict = (valid: boolean) => ({
  expected: "a valid signature",
  got: valid ? "a valid signature" : "a signature from another key or over other bytes",
  outcome: outcomeOf(valid),
})
