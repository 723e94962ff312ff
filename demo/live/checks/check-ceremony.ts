import type { Rows } from "../rows/rows"
import type { Ceremony } from "../recording/ceremony"
import { checkAuthentication } from "./check-authentication"
import { checkRegistration } from "./check-registration"
import type { Check } from "./check"
import { evidenceOf } from "./evidence"
import { storedCredential } from "./stored-credential"

/** What a browser knows besides the ceremony itself. */
export type Surroundings = {
  /** The origin of the page. */
  origin: string
  /** The reader's rows as they are now; `null` when signed out. */
  rows: Rows | null
  /** The ceremonies before this one, the newest first. */
  earlier: readonly Ceremony[]
}

/**
 * Does again what a server does with the response of a ceremony, in the order of the specification.
 * WebAuthn L3 §7.1 and §7.2.
 *
 * @returns Nothing before the authenticator has answered.
 * @throws {DecodeError} When the answer is no answer of an authenticator.
 */
export async function checkCeremony(
  ceremony: Ceremony,
  { origin, rows, earlier }: Surroundings,
): Promise<Check[] | undefined> {
  const evidence = await evidenceOf(ceremony)
  if (!evidence) return undefined
  if (ceremony.kind === "registration") return checkRegistration(evidence, origin)
  const stored = await storedCredential(evidence.credentialId, rows, earlier)
  return checkAuthentication(evidence, origin, stored)
}
