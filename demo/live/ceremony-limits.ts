import type { NextRequest } from "next/server"
import type { AuthQuestion } from "./auth-input-check"
import { countAttempt, secondsUntil } from "./limits"
import { refuse } from "./refusal"
import { sessionToken } from "./session-token"
import { starter } from "./starter"

/** How many passkeys one account of the demo may have. */
export const mostPasskeys = 10

/**
 * Holds the limits for a request of a ceremony: how often, and how many passkeys an account has.
 *
 * @returns The answer that refuses it, or nothing.
 * @throws {Error} When the database does not answer.
 */
export async function checkLimits(
  request: NextRequest,
  { path, fields }: AuthQuestion,
  visitor: string,
): Promise<Response | undefined> {
  const isOptions = path === "webauthn-options/passkey"
  if (!isOptions && path !== "callback/passkey") return undefined
  let retryAfter = await countAttempt("ceremonies", visitor)
  // Without an action, Auth.js makes options to register for an address that it does not know.
  const registers = fields.action === "register" || (!fields.action && !!fields.email)
  if (registers)
    retryAfter ??= isOptions
      ? await secondsUntil("registrations", visitor)
      : await countAttempt("registrations", visitor)
  if (retryAfter !== undefined) {
    const error = `There were too many attempts. Try again in ${retryAfter} seconds.`
    return refuse(429, { error, retryAfter })
  }
  if (registers && (await countPasskeys(request)) >= mostPasskeys) return tooManyPasskeys()
  return undefined
}

/**
 * Takes back a passkey that is one too many: of several that were added at the same moment, each
 * found that there was room.
 *
 * @returns The answer that refuses it, or nothing.
 * @throws {Error} When the database does not answer.
 */
export async function takeBackBeyondLimit(
  request: NextRequest,
  { path, fields }: AuthQuestion,
): Promise<Response | undefined> {
  if (path !== "callback/passkey" || fields.action !== "register") return undefined
  if ((await countPasskeys(request)) <= mostPasskeys) return undefined
  const { id } = JSON.parse(fields.data ?? "{}") as { id: string }
  const credentialID = Buffer.from(id, "base64url").toString("base64")
  const user = { sessions: { some: { sessionToken: sessionTokenOf(request) ?? "" } } }
  const { prisma } = await starter()
  await prisma.$transaction([
    prisma.authenticator.deleteMany({ where: { credentialID, user } }),
    prisma.account.deleteMany({ where: { providerAccountId: credentialID, user } }),
  ])
  return tooManyPasskeys()
}

const tooManyPasskeys = () =>
  refuse(409, { error: `An account of the demo has at most ${mostPasskeys} passkeys.` })

/** How many passkeys the account of the session has; 0 when signed out. */
async function countPasskeys(request: NextRequest): Promise<number> {
  const token = sessionTokenOf(request)
  if (!token) return 0
  const { prisma } = await starter()
  return prisma.authenticator.count({
    where: { user: { sessions: { some: { sessionToken: token } } } },
  })
}

const sessionTokenOf = ({ cookies }: NextRequest) =>
  sessionToken((name) => cookies.get(name)?.value)
