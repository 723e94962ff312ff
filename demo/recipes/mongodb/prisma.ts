import { PrismaClient } from "./generated/prisma/client"

const globalForPrisma = globalThis as unknown as {
  prisma?: PrismaClient
}

// Prisma 6.19 connects on its own, with the `url` in the schema.
// MongoDB has no driver adapter.
export const prisma = globalForPrisma.prisma ?? new PrismaClient()

// In development, Next.js reloads modules. Keep one client across
// reloads.
if (process.env.NODE_ENV !== "production")
  globalForPrisma.prisma = prisma
