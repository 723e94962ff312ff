import { auth, handlers } from "@/auth"
import { confirmedRegistration } from "@/passkeys/confirmed-registration"
import { prisma } from "@/prisma"

export const { GET, POST } = confirmedRegistration(prisma, {
  auth,
  handlers,
})
