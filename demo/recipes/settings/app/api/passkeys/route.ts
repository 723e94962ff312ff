import { auth } from "@/auth"
import { passkeysEndpoint } from "@/passkeys/passkeys-endpoint"
import { prisma } from "@/prisma"

const { read, rename, remove } = passkeysEndpoint(prisma)

export const GET = auth(read)
export const PATCH = auth(rename)
export const DELETE = auth(remove)
