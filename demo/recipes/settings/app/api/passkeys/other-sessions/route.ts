import { auth } from "@/auth"
import { passkeysEndpoint } from "@/passkeys/passkeys-endpoint"
import { prisma } from "@/prisma"

export const DELETE = auth(passkeysEndpoint(prisma).leaveOthers)
