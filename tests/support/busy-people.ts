import { setTimeout as wait } from "node:timers/promises"
import { rowsOf } from "./database-rows"
import { succeeded, Visitor, type VisitorResponse } from "./visitor"

/** What people's requests came to. */
export type RequestCounts = {
  sent: number
  /** Answers with 4xx. */
  refused: number
  /** Answers with 503: the database could not be used, or the site was stopping. */
  unavailable: number
  /** Every other 5xx. */
  failed: number
  /** Requests that got no answer. */
  cutOff: number
}

export const noRequests = (): RequestCounts => ({
  sent: 0,
  refused: 0,
  unavailable: 0,
  failed: 0,
  cutOff: 0,
})

/** Counts one answer by its status; 0: there was none. */
export function countAnswer(counts: RequestCounts, status: number) {
  counts.sent++
  if (status === 0) counts.cutOff++
  else if (status === 503) counts.unavailable++
  else if (status >= 500) counts.failed++
  else if (status >= 400) counts.refused++
}

/** A visitor whose requests are counted. `times` gets how long each took, in milliseconds. */
export class CountedVisitor extends Visitor {
  constructor(
    origin: string,
    address: string | undefined,
    private readonly counts: RequestCounts,
    private readonly times: number[] = [],
  ) {
    super(origin, address)
  }

  override async ask(...request: Parameters<Visitor["ask"]>): Promise<VisitorResponse> {
    const start = performance.now()
    const answer = await super.ask(...request).catch((error: unknown) => {
      countAnswer(this.counts, 0)
      throw error
    })
    this.times.push(performance.now() - start)
    countAnswer(this.counts, answer.status)
    return answer
  }
}

type People = {
  /** The origin that the site believes to have. */
  origin: string
  /** Where its process is at the moment. */
  site: () => string
  /** How many register and sign in at once. */
  clients: number
  /** Where each comes from, where the site stands behind a proxy. */
  addressOf?: (person: number) => string
}

/** Lets people register and sign in, each again and again, until it is ended. */
export function startPeople({ origin, site, clients, addressOf }: People) {
  const counts = noRequests()
  /** Those whose registration was answered with success, by their addresses. */
  const registered = new Map<string, Visitor>()
  let running = true
  let people = 0
  const work = Array.from({ length: clients }, async () => {
    while (running) {
      const name = `person-${++people}`
      const visitor = new CountedVisitor(origin, addressOf?.(people), counts)
      try {
        if (!succeeded(await visitor.register(site(), name))) continue
        registered.set(`${name}@passkeys.example`, visitor)
        visitor.leave()
        await visitor.signIn(site())
      } catch {
        // No answer. It has been counted.
        await wait(200)
      }
    }
  })
  return {
    counts,
    registered,
    /** Ends it, and waits for the answers that are still to come. */
    async end() {
      running = false
      await Promise.all(work)
    },
  }
}

/** How many of those who were told that they are registered are not, and how many users no passkey opens. */
export async function whatIsLeft(url: string, registered: Iterable<string>) {
  const stored = new Set((await rowsOf(url, 'SELECT "email" FROM "User"')).flat())
  const orphans = `SELECT COUNT(*) FROM "User" WHERE "id" NOT IN (SELECT "userId" FROM "Authenticator")`
  return {
    rowsLost: [...registered].filter((email) => !stored.has(email)).length,
    orphans: Number((await rowsOf(url, orphans))[0]?.[0]),
  }
}
