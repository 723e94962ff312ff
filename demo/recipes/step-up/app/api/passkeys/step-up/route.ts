import { signedInUserId } from "@/passkeys/signed-in-user"
import { stepUpHandler } from "@/passkeys/step-up-requests"
import { prisma } from "@/prisma"

export const POST = stepUpHandler({ prisma, signedInUserId })
