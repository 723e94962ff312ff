import { toHex } from "../webauthn/hex"
import type { Reference } from "../webauthn/specification"
import { outcomeOf, type Check } from "./check"
import type { Evidence } from "./evidence"

/** What the authenticator said: the steps from the one that checks the RP ID's hash on. */
export async function checkAuthenticatorData(
  { authenticatorData: { rpIdHash, flags } }: Evidence,
  rpId: string,
  userVerification: string | undefined,
  step: (offset: number) => Reference,
): Promise<Check[]> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(rpId))
  const expected = toHex(new Uint8Array(hash))
  const got = toHex(rpIdHash)
  const required = userVerification === "required"
  return [
    {
      name: "RP ID",
      about: `The hash is that of the RP ID, ${rpId}: the credential was made for this site.`,
      specification: step(0),
      expected,
      got,
      outcome: outcomeOf(got === expected),
    },
    {
      name: "user present",
      about: "The bit UP is 1: somebody was there.",
      specification: step(1),
      expected: "1",
      got: bit(flags.userPresent),
      outcome: outcomeOf(flags.userPresent),
    },
    {
      name: "user verified",
      about: required
        ? "The bit UV is 1: the options say that user verification is required."
        : "The bit UV may be 0: the options do not require user verification.",
      specification: step(2),
      expected: required ? "1" : "0 or 1",
      got: bit(flags.userVerified),
      outcome: outcomeOf(flags.userVerified || !required),
    },
    {
      name: "backup flags",
      about: "The bit BS is 1 with the bit BE only: what may not be copied is not backed up.",
      specification: step(3),
      expected: flags.backupEligible ? "BE 1, BS 0 or 1" : "BE 0, BS 0",
      got: `BE ${bit(flags.backupEligible)}, BS ${bit(flags.backedUp)}`,
      outcome: outcomeOf(flags.backupEligible || !flags.backedUp),
    },
  ]
}

const bit = (on: boolean) => (on ? "1" : "0")
