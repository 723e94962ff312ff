import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaMariaDb } from "@prisma/adapter-mariadb"
import { PrismaPg } from "@prisma/adapter-pg"
import { databaseOf } from "../../demo/live/server/database-url"

const drivers = {
  sqlite: (url: string) => new PrismaLibSql({ url, timeout: 5_000 }),
  postgresql: (url: string) => new PrismaPg({ connectionString: url }),
  // A pool of more would fill itself in the background, and open connections while it is closed.
  mysql: (url: string) =>
    new PrismaMariaDb(`${url}${url.includes("?") ? "&" : "?"}connectionLimit=1`),
}

/** Runs one statement, past the site, on a database it runs on. Returns the rows, as columns. */
export async function rowsOf(url: string, sql: string): Promise<unknown[][]> {
  const database = databaseOf(url)
  const connection = await drivers[database](url).connect()
  try {
    // So that the names in the statement stand between " on MySQL too.
    if (database === "mysql") sql = sql.replaceAll('"', "`")
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
