import type { NextRequest } from "next/server"
import {
  readSigned,
  refuse,
  requireStepUp,
  type StepUpServer,
} from "./step-up-requests"

/**
 * Handlers for `/api/account`, each of which wants a confirmation:
 *
 * - `PATCH {email, confirmation}` changes the e-mail address. The deed
 *   is `change-email:` and the new address.
 * - `DELETE {confirmation}` deletes the account. The deed is
 *   `delete-account`.
 *
 * Both return 204. The new address isn't proven.
 */
export const accountHandlers = (server: StepUpServer) => ({
  async PATCH(request: NextRequest): Promise<Response> {
    const signed = await readSigned(request, server)
    if (signed instanceof Response) return signed
    const { email } = signed.body
    if (typeof email !== "string" || !/^[^\s@]+@[^\s@]+$/.test(email))
      return refuse(400, "That isn't an e-mail address.")
    const refusal = await requireStepUp(
      request,
      server,
      signed,
      `change-email:${email}`,
    )
    if (refusal) return refusal
    try {
      await server.prisma.user.update({
        where: { id: signed.userId },
        data: { email, emailVerified: null },
      })
    } catch (error) {
      // Unique constraint failed.
      if ((error as { code?: string }).code !== "P2002") throw error
      return refuse(409, "You can't use this address.")
    }
    return new Response(null, { status: 204 })
  },

  async DELETE(request: NextRequest): Promise<Response> {
    const signed = await readSigned(request, server)
    if (signed instanceof Response) return signed
    const refusal = await requireStepUp(
      request,
      server,
      signed,
      "delete-account",
    )
    if (refusal) return refusal
    // The foreign keys delete the account's passkeys and sessions.
    await server.prisma.user.delete({ where: { id: signed.userId } })
    return new Response(null, { status: 204 })
  },
})
