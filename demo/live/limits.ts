import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"
import { askFor } from "./limit-statements"
import { starter } from "./starter"

/**
 * How often, and in how many seconds. A ceremony is two requests, the options and the answer, and
 * each costs one point of `ceremonies`. Whoever teaches with this guide sits with a whole class
 * behind one address.
 */
export const figures = {
  registrations: { each: 20, all: 300, seconds: 600 },
  ceremonies: { each: 120, all: 6_000, seconds: 60 },
}

/** What is limited. */
export type Limited = keyof typeof figures

type Starter = Awaited<ReturnType<typeof starter>>

/**
 * The limiters, in the table that the demo's own migration made. They count and read in one step, so
 * processes that share the database share the count. One class serves all databases, over Prisma's
 * connection: `askFor` says it in the words of each.
 */
function makeLimiters({ prisma, database }: Starter) {
  const storeClient = {
    query: async (question: { name?: string; text: string; values: unknown[] }) => {
      const rows = await askFor(prisma, database, question)
      return {
        rowCount: rows.length,
        rows: rows.map(({ points, expire }) => ({
          points: Number(points),
          expire: Number(expire),
        })),
      }
    },
  }
  const limiter = (what: Limited, whom: "each" | "all") =>
    new RateLimiterPostgres({
      storeClient,
      storeType: "client",
      tableName: "DemoLimit",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: `${what} ${whom}`,
      points: figures[what][whom],
      duration: figures[what].seconds,
      // Once over the limit, this process need not ask the database again.
      inMemoryBlockOnConsumed: figures[what][whom],
    })
  const both = (what: Limited) => ({ each: limiter(what, "each"), all: limiter(what, "all") })
  return { registrations: both("registrations"), ceremonies: both("ceremonies") }
}

let made: ReturnType<typeof makeLimiters> | undefined

/** Whether limits hold at all: benchmarks on this machine turn them off. */
const off = () => process.env.DEMO_LIMITS === "off"

/**
 * Counts one attempt.
 *
 * @returns After how many seconds to come back, when it is one too many.
 * @throws {Error} When the database does not answer.
 */
export async function countAttempt(what: Limited, visitor: string): Promise<number | undefined> {
  if (off()) return undefined
  const { each, all } = (made ??= makeLimiters(await starter()))[what]
  try {
    // Who is over their own limit costs nobody else anything.
    await each.consume(visitor)
    await all.consume("")
    return undefined
  } catch (error) {
    if (error instanceof RateLimiterRes) return secondsOf(error)
    throw error
  }
}

/**
 * Whether an attempt now would be one too many, without counting it: nobody should make a passkey
 * that is refused afterwards.
 *
 * @returns After how many seconds to come back, when it would.
 * @throws {Error} When the database does not answer.
 */
export async function secondsUntil(what: Limited, visitor: string): Promise<number | undefined> {
  if (off()) return undefined
  const { each, all } = (made ??= makeLimiters(await starter()))[what]
  for (const state of [await each.get(visitor), await all.get("")])
    if (state && state.remainingPoints <= 0) return secondsOf(state)
  return undefined
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1_000))
