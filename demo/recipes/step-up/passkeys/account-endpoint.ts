import type { NextAuthRequest } from "next-auth"
import type { PrismaClient } from "@/generated/prisma/client"
import { jsonError, readJson } from "@/passkeys/json-request"
import { refuseUnconfirmed } from "./step-up-endpoint"

type Body = Record<string, unknown>

/**
 * The handlers of `/api/account`, for `auth()` to wrap. Each wants a
 * confirmation, and returns 204:
 *
 * - `PATCH {email, confirmation}` changes the e-mail address. The deed
 *   is `change-email:` and the new address, which isn't proven.
 * - `DELETE {confirmation}` deletes the account. The deed is
 *   `delete-account`.
 *
 * The session must have the user's id. An address could belong to
 * somebody else by now.
 */
export function accountEndpoint(prisma: PrismaClient) {
  const withUser =
    (work: (...given: Given) => Promise<Response>) =>
    async (request: NextAuthRequest): Promise<Response> => {
      const userId = request.auth?.user?.id
      if (!userId) return jsonError(401, "Nobody is signed in.")
      const body = await readJson(request)
      if (body instanceof Response) return body
      return work(userId, body, request)
    }

  return {
    changeEmail: withUser(async (id, body, request) => {
      const { email } = body
      if (!isAddress(email))
        return jsonError(400, "This isn't an e-mail address.")
      const deed = `change-email:${email}`
      const refusal = await refuseUnconfirmed(
        prisma,
        request,
        body,
        id,
        deed,
      )
      if (refusal) return refusal
      try {
        await prisma.user.update({
          where: { id },
          data: { email, emailVerified: null },
        })
      } catch (error) {
        // Unique constraint failed.
        if ((error as { code?: string }).code !== "P2002") throw error
        return jsonError(409, "You can't use this address.")
      }
      return new Response(null, { status: 204 })
    }),

    deleteAccount: withUser(async (id, body, request) => {
      const refusal = await refuseUnconfirmed(
        prisma,
        request,
        body,
        id,
        "delete-account",
      )
      if (refusal) return refusal
      // The foreign keys delete the passkeys and the sessions. Another
      // tab may have been first.
      await prisma.user.deleteMany({ where: { id } })
      return new Response(null, { status: 204 })
    }),
  }
}

type Given = [userId: string, body: Body, request: NextAuthRequest]

/** One `@` between two texts. Only a link to it can tell more. */
const isAddress = (email: unknown): email is string =>
  typeof email === "string" &&
  email.length <= 254 &&
  /^[^\s@]+@[^\s@]+$/.test(email)
