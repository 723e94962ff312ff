import type { Config } from "@libsql/client"
import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaClient } from "@/generated/prisma/client"
import { createSqliteClient } from "@/sqlite-client"

class PrismaSqlite extends PrismaLibSql {
  override createClient(config: Config) {
    return createSqliteClient(config)
  }
}

const globalForPrisma = globalThis as unknown as {
  prisma?: PrismaClient
}

export const prisma =
  globalForPrisma.prisma ??
  new PrismaClient({
    adapter: new PrismaSqlite({ url: process.env.DATABASE_URL! }),
    // Let a transaction wait for the file as long as a statement does.
    // The default is 2 seconds.
    transactionOptions: { maxWait: 6_000 },
  })

// In development, Next.js reloads modules. Keep one client across
// reloads.
if (process.env.NODE_ENV !== "production")
  globalForPrisma.prisma = prisma
