import { auth } from "@/auth"
import { accountEndpoint } from "@/passkeys/account-endpoint"
import { prisma } from "@/prisma"

const { changeEmail, deleteAccount } = accountEndpoint(prisma)

export const PATCH = auth(changeEmail)
export const DELETE = auth(deleteAccount)
