import { auth } from "@/auth"
import { stepUpEndpoint } from "@/passkeys/step-up-endpoint"
import { prisma } from "@/prisma"

export const POST = auth(stepUpEndpoint(prisma))
