import { Visitor } from "../support/visitor"

/** What a flood has sent so far, and how it was answered. */
export type FloodCounts = {
  posts: number
  options: number
  /** Requests by the status of their answer; 0: no answer. */
  statuses: Record<number, number>
}

type Flood = {
  /** The address of the site's process. */
  site: string
  /** The origin that the site believes to have. It stands behind one proxy (`TRUST_PROXY=1`). */
  origin: string
  /** The address that a request comes from, by its number. */
  addressOf: (request: number) => string
  /** How many requests are on their way at any time. */
  clients?: number
}

/** A registration that no authenticator made. It comes without a challenge. */
const bogus = {
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key",
  response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
}

/** Sends bogus registrations and requests for options, by turns, until it is stopped. */
export function startFlood({ site, origin, addressOf, clients = 8 }: Flood) {
  const counts: FloodCounts = { posts: 0, options: 0, statuses: {} }
  let next = 0
  let stopped = false
  const client = async () => {
    while (!stopped) {
      const visitor = new Visitor(origin, addressOf(next))
      const isPost = next++ % 2 === 0
      const path = "/api/auth/webauthn-options/passkey?action=authenticate"
      const sending = isPost ? visitor.post(site, "register", bogus) : visitor.ask(site, path)
      const status = await sending.then(
        (answer) => answer.status,
        () => 0,
      )
      counts[isPost ? "posts" : "options"]++
      counts.statuses[status] = (counts.statuses[status] ?? 0) + 1
    }
  }
  const work = Promise.all(Array.from({ length: clients }, client))
  return {
    /** What it has done so far. */
    counts,
    /** Stops it, and waits for the answers that are still to come. */
    async stop() {
      stopped = true
      await work
      return counts
    },
  }
}
