import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaClient } from "./generated/prisma/client"

const globalForPrisma = globalThis as unknown as { prisma?: PrismaClient }

export const prisma =
  globalForPrisma.prisma ??
  new PrismaClient({
    adapter: new PrismaLibSql({
      url: process.env.DATABASE_URL!,
      // How long, in milliseconds, to wait while another process writes to the file. By default: 0.
      timeout: 5_000,
    }),
  })

// In development Next.js reloads modules. Keep one client across reloads.
if (process.env.NODE_ENV !== "production") globalForPrisma.prisma = prisma
