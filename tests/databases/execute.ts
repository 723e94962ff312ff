import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaPg } from "@prisma/adapter-pg"
import { databaseOf } from "../../demo/live/server/database-url"
import { mysql } from "../../scripts/migrations/mysql"

/** Runs a script of several statements. Names may stand between " on MySQL too. */
export async function execute(url: string, script: string): Promise<void> {
  const database = databaseOf(url)
  if (database === "mysql") {
    return mysql.withConnection(url, 60_000, (connection) =>
      connection.runScript(script.replaceAll('"', "`")),
    )
  }
  const factory =
    database === "sqlite" ? new PrismaLibSql({ url }) : new PrismaPg({ connectionString: url })
  const connection = await factory.connect()
  try {
    await connection.executeScript(script)
  } finally {
    await connection.dispose()
  }
}
