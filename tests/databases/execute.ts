import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaPg } from "@prisma/adapter-pg"
import { databaseOf } from "../../demo/live/server/database-url"
import { applyMysqlMigrations } from "../../scripts/mysql-migrations"

/** Runs a script of several statements. Names may stand between " on MySQL too. */
export async function execute(url: string, script: string): Promise<void> {
  const database = databaseOf(url)
  if (database === "mysql") {
    const name = crypto.randomUUID()
    await applyMysqlMigrations(url, [{ name, script: script.replaceAll('"', "`") }])
    return
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
