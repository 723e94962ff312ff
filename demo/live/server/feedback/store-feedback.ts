import { createHmac } from "node:crypto"
import { limitsAreOff } from "../limits/rate-limits"
import type { Visitor } from "../limits/visitor"
import { loadStarter } from "../load-starter"
import type { Feedback } from "./feedback-request"
import { countFeedback, storeFeedback } from "./feedback-statements"

/** How many votes the demo stores: its disk is finite. With their sentences, about 50 MB. */
const maxVotes = 100_000

/**
 * Stores a vote. A second one of the same visitor for the same page replaces the first.
 *
 * @param userAgent The browser's name, which tells visitors in one network apart.
 * @returns `false` if there's no room.
 * @throws {Error} If the database doesn't respond.
 */
export async function store(
  { page, helpful, sentence }: Feedback,
  visitor: Visitor,
  userAgent: string,
): Promise<boolean> {
  const { prisma, database } = await loadStarter()
  if (!limitsAreOff()) {
    const [row] = await prisma.$queryRawUnsafe<{ votes: unknown }[]>(countFeedback[database])
    if (Number(row?.votes) >= maxVotes) return false
  }
  const values = [page, nameOf(visitor, userAgent, page), helpful === "yes" ? 1 : 0, sentence]
  await prisma.$executeRawUnsafe(storeFeedback[database], ...values, Date.now())
  return true
}

/**
 * Stands for a visitor at one page: their passkey if they've used the demo, or their network and
 * browser. Keyed, and different for each page, so that nobody who reads the table learns who voted or
 * which votes belong together.
 */
function nameOf({ networks, returning }: Visitor, userAgent: string, page: string): string {
  const who = returning ? ["passkey", returning] : ["network", networks[0]?.name, userAgent]
  return createHmac("sha256", process.env.AUTH_SECRET ?? "")
    .update(JSON.stringify(["feedback", page, ...who]))
    .digest("base64url")
    .slice(0, 22)
}
