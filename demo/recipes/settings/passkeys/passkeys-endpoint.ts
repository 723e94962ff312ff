import type { NextAuthRequest, Session } from "next-auth"
import type { PrismaClient } from "@/generated/prisma/client"
import { jsonError, readJson } from "./json-request"
import {
  endOtherSessions,
  listPasskeys,
  removePasskey,
  renamePasskey,
} from "./manage-passkeys"
import { toPasskeyName } from "./passkey-name"
import type { PasskeysAnswer } from "./passkeys-answer"

type Body = Record<string, unknown>
type Handler = (request: NextAuthRequest) => Promise<Response>

/** Returns the response that refuses a removal, or nothing. */
export type MayRemove = (
  request: NextAuthRequest,
  body: Body,
  userId: string,
) => Promise<Response | undefined>

/**
 * The handlers of `/api/passkeys`, for `auth()` to wrap: whose passkeys
 * they are follows from the session alone.
 *
 * @param mayRemove Is asked before a passkey is removed.
 */
export function passkeysEndpoint(
  prisma: PrismaClient,
  mayRemove?: MayRemove,
): Record<"read" | "rename" | "remove" | "leaveOthers", Handler> {
  const withUser =
    (
      work: (
        user: User,
        request: NextAuthRequest,
      ) => Promise<Response | undefined>,
    ): Handler =>
    async (request) => {
      const user = await signedInUser(prisma, request.auth)
      if (!user) return jsonError(401, "Nobody is signed in.")
      return (
        (await work(user, request)) ??
        answer(await passkeysOf(prisma, user, request.url))
      )
    }

  return {
    read: withUser(async () => undefined),

    rename: withUser(async (user, request) => {
      const body = await readJson(request)
      if (body instanceof Response) return body
      const name = toPasskeyName(body.name)
      if (!isId(body.id) || name === undefined)
        return jsonError(400, "The passkey's id or name is invalid.")
      const result = await renamePasskey(prisma, user.id, body.id, name)
      return result === "unknown" ? unknownPasskey() : undefined
    }),

    remove: withUser(async (user, request) => {
      const body = await readJson(request)
      if (body instanceof Response) return body
      if (!isId(body.id))
        return jsonError(400, "The passkey's id is invalid.")
      const refusal = await mayRemove?.(request, body, user.id)
      if (refusal) return refusal
      const result = await removePasskey(prisma, user.id, body.id)
      if (result === "unknown") return unknownPasskey()
      if (result === "last")
        return jsonError(
          409,
          "This is your only way to sign in. Add another passkey first.",
        )
      return undefined
    }),

    leaveOthers: withUser(async (user, request) => {
      const body = await readJson(request)
      if (body instanceof Response) return body
      // With https, the name has a prefix.
      const tokens = request.cookies
        .getAll()
        .filter(({ name }) => name.endsWith("authjs.session-token"))
        .map(({ value }) => value)
      const ended = await endOtherSessions(prisma, user.id, tokens)
      if (ended === undefined)
        return jsonError(
          409,
          "Sessions in cookies can't be ended from here. They last until they expire.",
        )
      return answer({ ended })
    }),
  }
}

type User = { id: string; email: string | null }

/**
 * The user of a session. A session in the database has the user's id.
 * One in a cookie has the e-mail address only, unless your `session`
 * callback adds the id.
 */
export async function signedInUser(
  prisma: PrismaClient,
  session: Session | null,
): Promise<User | null> {
  const { id, email } = session?.user ?? {}
  if (!id && !email) return null
  return prisma.user.findFirst({
    where: id ? { id } : { email },
    select: { id: true, email: true },
  })
}

/**
 * The answer of the endpoint.
 *
 * @param url An address of the site, from which its RP ID follows.
 */
export async function passkeysOf(
  prisma: PrismaClient,
  user: User,
  url: string,
): Promise<PasskeysAnswer> {
  return {
    rpId: new URL(url).hostname,
    accountName: user.email ?? "",
    passkeys: await listPasskeys(prisma, user.id),
  }
}

const answer = (body: object) =>
  Response.json(body, { headers: { "Cache-Control": "no-store" } })

const unknownPasskey = () =>
  jsonError(404, "Your account has no such passkey.")

/** WebAuthn L3 §4: a credential id has 1,023 bytes at most. */
const isId = (id: unknown): id is string =>
  typeof id === "string" && /^[\w-]{1,1364}$/.test(id)
