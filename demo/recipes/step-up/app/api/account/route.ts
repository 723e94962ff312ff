import { accountHandlers } from "@/passkeys/account-requests"
import { signedInUserId } from "@/passkeys/signed-in-user"
import { prisma } from "@/prisma"

export const { PATCH, DELETE } = accountHandlers({
  prisma,
  signedInUserId,
})
