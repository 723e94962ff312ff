import { PrismaMssql } from "@prisma/adapter-mssql"
import { PrismaClient } from "./generated/prisma/client"

const globalForPrisma = globalThis as unknown as {
  prisma?: PrismaClient
}

export const prisma =
  globalForPrisma.prisma ??
  new PrismaClient({
    adapter: new PrismaMssql(process.env.DATABASE_URL!),
  })

// In development, Next.js reloads modules. Keep one client across
// reloads.
if (process.env.NODE_ENV !== "production")
  globalForPrisma.prisma = prisma
