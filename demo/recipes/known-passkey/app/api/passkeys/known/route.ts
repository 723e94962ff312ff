import { answerKnownPasskey } from "@/passkeys/known-passkey"
import { prisma } from "@/prisma"

export const POST = (request: Request) =>
  answerKnownPasskey(request, prisma)
