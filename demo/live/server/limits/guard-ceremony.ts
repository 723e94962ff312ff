import type { NextRequest } from "next/server"
import {
  accountOfSession,
  accountOfUser,
  endOldSessions,
  maxPasskeys,
  maxSessions,
  type AccountSize,
} from "./account-size"
import { attestedCredentialId } from "../attested-credential-id"
import type { AuthRequest } from "../parse-auth-request"
import { demoIsFull, tooManyAttempts, tooManyPasskeys } from "./limit-errors"
import { countAttempt, secondsUntil } from "./count-attempts"
import { isFull } from "./max-accounts"
import { limitsAreOff } from "./rate-limits"
import { returningCookie } from "./returning-visitor"
import { sessionToken, sessionTokenSetBy } from "../session-token"
import { loadStarter } from "../load-starter"
import type { Visitor } from "./visitor"

/** A request that was let in. `account`: whose passkey it registers, if it adds one to an account. */
export type Admission = { account?: AccountSize }

/**
 * Holds the limits before Auth.js answers a request of a ceremony: how often, how many passkeys an
 * account has, and how many accounts there are.
 *
 * @returns The answer that refuses it, or what is known once it was let in.
 * @throws {Error} When the database does not answer.
 */
export async function checkLimits(
  request: NextRequest,
  { path, fields }: AuthRequest,
  visitor: Visitor,
): Promise<Response | Admission> {
  const isOptions = path === "webauthn-options/passkey"
  if (!isOptions && path !== "callback/passkey") return {}
  const retryAfter = await countAttempt("ceremonies", visitor)
  if (retryAfter !== undefined) return tooManyAttempts(retryAfter)
  // Without an action, Auth.js makes options to register for an address that it does not know.
  if (fields.action !== "register" && (fields.action || !fields.email)) return {}
  const token = sessionToken(request.headers.get("cookie"))
  const account = token ? await accountOfSession(token) : undefined
  if (account) return account.passkeys < maxPasskeys ? { account } : tooManyPasskeys()
  const wait = isOptions ? await secondsUntil("accounts", visitor) : undefined
  if (wait !== undefined) return tooManyAttempts(wait)
  return (await isFull()) ? demoIsFull() : {}
}

/**
 * Holds the limits after a ceremony that succeeded, by what the database then holds: of requests
 * that came at once, each may have found that there was room. Counts an account that was created,
 * takes back what is one too many, and now and then ends the oldest sessions.
 *
 * @param response The answer of Auth.js. Gets the cookie that tells this browser from strangers.
 * @returns The answer that refuses it, or nothing.
 * @throws {Error} When the database does not answer.
 */
export async function settleLimits(
  { path, fields }: AuthRequest,
  visitor: Visitor,
  before: Admission,
  response: Response,
): Promise<Response | undefined> {
  const token = path === "callback/passkey" ? sessionTokenSetBy(response) : undefined
  if (!token) return undefined
  const data = fields.data ?? "{}"
  if (fields.action !== "register") {
    if (!limitsAreOff()) markAsReturning(response, data)
    if (++signIns % signInsPerCheck === 0) await limitSessions(await accountOfSession(token))
    return undefined
  }
  // The session may have ended meanwhile. Then the account is the one that was signed in before.
  const account =
    (await accountOfSession(token)) ??
    (before.account && (await accountOfUser(before.account.userId)))
  if (!account) return undefined
  if (account.passkeys > maxPasskeys) {
    await takeBackPasskey(account, data)
    return tooManyPasskeys()
  }
  const isNew = !before.account && account.passkeys === 1 && account.sessions === 1
  const retryAfter = isNew ? await countAttempt("accounts", visitor) : undefined
  if (retryAfter !== undefined) {
    const { prisma } = await loadStarter()
    await prisma.user.deleteMany({ where: { id: account.userId } })
    return tooManyAttempts(retryAfter)
  }
  await limitSessions(account)
  if (!limitsAreOff()) markAsReturning(response, data)
  return undefined
}

let signIns = 0

/** After how many sign-ins of this process one looks for too many sessions: looking is a query. */
const signInsPerCheck = 10

async function limitSessions(account: AccountSize | undefined): Promise<void> {
  if (account && account.sessions > maxSessions) await endOldSessions(account.userId)
}

/** The id in the response is that of the passkey: the starter has compared them. */
function markAsReturning(response: Response, data: string): void {
  const { id } = JSON.parse(data) as { id: string }
  response.headers.append("Set-Cookie", returningCookie(id))
}

/** Each takes back its own: whoever was told that their passkey is stored keeps it. */
async function takeBackPasskey({ userId }: AccountSize, data: string): Promise<void> {
  const credentialID = attestedCredentialId(data) ?? ""
  const { prisma } = await loadStarter()
  await prisma.$transaction([
    prisma.authenticator.deleteMany({ where: { userId, credentialID } }),
    prisma.account.deleteMany({ where: { userId, providerAccountId: credentialID } }),
  ])
}
