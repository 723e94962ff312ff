import { limitsAreOff } from "./rate-limits"
import { loadStarter } from "../load-starter"

/**
 * How many accounts the demo stores: its disk is finite. With `maxPasskeys` and `maxSessions` each,
 * and the keys that authenticators make, these are about a gigabyte.
 */
export const maxAccounts = 100_000

/** How long, in milliseconds, one count of the accounts is good for. */
const countLifetimeMs = 5_000

let counted: { at: number; accounts: Promise<number> } | undefined

/**
 * Whether the demo has room for no more accounts. Counted at most every five seconds, since only
 * registrations that Auth.js has accepted make it grow: a few more than `maxAccounts` do no harm.
 *
 * @throws {Error} When the database does not answer.
 */
export async function isFull(): Promise<boolean> {
  if (limitsAreOff()) return false
  if (!counted || performance.now() - counted.at > countLifetimeMs) {
    const accounts = loadStarter().then(({ prisma }) => prisma.user.count())
    const count = { at: performance.now(), accounts }
    counted = count
    // What has failed is asked again.
    accounts.catch(() => counted === count && (counted = undefined))
  }
  return (await counted.accounts) >= maxAccounts
}
