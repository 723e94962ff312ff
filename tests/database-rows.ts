import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaPg } from "@prisma/adapter-pg"

/** Runs one statement, past the site, on a database it runs on. Returns the rows, as columns. */
export async function rowsOf(url: string, sql: string): Promise<unknown[][]> {
  const factory = url.startsWith("file:")
    ? new PrismaLibSql({ url })
    : new PrismaPg({ connectionString: url })
  const connection = await factory.connect()
  try {
    return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows
  } finally {
    await connection.dispose()
  }
}

/** How many rows each table of the demo has. */
export async function countRows(url: string): Promise<Record<string, number>> {
  const tables = ["User", "Account", "Session", "Authenticator"]
  const counts: Record<string, number> = {}
  for (const table of tables)
    counts[table] = Number((await rowsOf(url, `SELECT COUNT(*) FROM "${table}"`))[0]?.[0])
  return counts
}
