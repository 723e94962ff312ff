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
      about: `The hash is that of the RP ID, ${rpId}, so the credential was created for this site.`,
      specification: step(0),
      expected,
      got,
      outcome: outcomeOf(got === expected),
    },
    {
      name: "user present",
      about: "The UP bit is 1: someone was present.",
      specification: step(1),
      expected: "1",
      got: bit(flags.userPresent),
      outcome: outcomeOf(flags.userPresent),
    },
    {
      name: "user verified",
      about: required
        ? "The UV bit is 1, because the options require user verification."
        : "The UV bit may be 0, because the options don't require user verification.",
      specification: step(2),
      expected: required ? "1" : "0 or 1",
      got: bit(flags.userVerified),
      outcome: outcomeOf(flags.userVerified || !required),
    },
    {
      name: "backup flags",
      about:
        "The BS bit is 1 only if the BE bit is: a credential that can't be copied can't be backed up.",
      specification: step(3),
      expected: flags.backupEligible ? "BE 1, BS 0 or 1" : "BE 0, BS 0",
      got: `BE ${bit(flags.backupEligible)}, BS ${bit(flags.backedUp)}`,
      outcome: outcomeOf(flags.backupEligible || !flags.backedUp),
    },
  ]
}

const bit = (on: boolean) => (on ? "1" : "0")
