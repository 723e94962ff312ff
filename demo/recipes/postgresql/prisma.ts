import { PrismaPg } from "@prisma/adapter-pg"
import { PrismaClient } from "./generated/prisma/client"

const globalForPrisma = globalThis as unknown as {
  prisma?: PrismaClient
}

export const prisma =
  globalForPrisma.prisma ??
  new PrismaClient({
    adapter: new PrismaPg({
      connectionString: process.env.DATABASE_URL,
      // Cancels a statement after this many milliseconds, even one that
      // waits for a lock.
      statement_timeout: 5_000,
    }),
  })

// In development, Next.js reloads modules. Keep one client across
// reloads.
if (process.env.NODE_ENV !== "production")
  globalForPrisma.prisma = prisma
