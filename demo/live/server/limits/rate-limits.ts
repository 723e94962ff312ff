import type { Prefix } from "./networks.mjs"

/** How often something may happen in a number of seconds. */
type RateLimit = {
  seconds: number
  /** From one network. Whoever is over the limit of any of their networks is refused. */
  networks: Record<Prefix, number>
  /** With one passkey that this browser has used before. Absent: counted as a stranger. */
  passkey?: number
}

/**
 * Whoever teaches with this guide sits with a whole class behind one address: forty people who each
 * create a passkey, add another and sign in three times make 400 requests of ceremonies. A ceremony
 * is two requests, the options and the response.
 *
 * A wider network has room for more than one narrow network, and not for as many as are in it. There
 * is no limit for all together: whoever used it up would shut everybody out.
 */
export const rateLimits = {
  ceremonies: {
    seconds: 60,
    networks: { "/32": 600, "/24": 1_800, "/64": 600, "/56": 900, "/48": 1_800 },
    passkey: 60,
  },
  /** Accounts that were created: only a registration that Auth.js has accepted counts. */
  accounts: {
    seconds: 21_600,
    networks: { "/32": 200, "/24": 500, "/64": 200, "/56": 300, "/48": 600 },
  },
  /** Questions for the rows of an account. */
  rows: {
    seconds: 60,
    networks: { "/32": 600, "/24": 1_800, "/64": 600, "/56": 900, "/48": 1_800 },
    passkey: 60,
  },
  /** Questions for the passkeys of an account, and changes to them. */
  settings: {
    seconds: 60,
    networks: { "/32": 600, "/24": 1_800, "/64": 600, "/56": 900, "/48": 1_800 },
    passkey: 60,
  },
  /** The starter as a zip file. */
  downloads: {
    seconds: 60,
    networks: { "/32": 120, "/24": 360, "/64": 120, "/56": 180, "/48": 360 },
  },
  /** Votes about pages: a class that votes on three pages in an hour. */
  feedback: {
    seconds: 3_600,
    networks: { "/32": 120, "/24": 360, "/64": 120, "/56": 180, "/48": 360 },
  },
} satisfies Record<string, RateLimit>

/** What is limited. */
export type Limited = keyof typeof rateLimits

/** Whether limits hold at all: benchmarks on this machine turn them off. */
export const limitsAreOff = () => process.env.DEMO_LIMITS === "off"
