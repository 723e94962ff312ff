import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { drizzle as libsql } from "drizzle-orm/libsql"
import { drizzle as mysql } from "drizzle-orm/mysql2"
import { drizzle as postgresql } from "drizzle-orm/node-postgres"
import { describe, expect, onTestFinished, test } from "vitest"
import { root } from "../../scripts/root"
import { rowsOf } from "../support/database-rows"
import { failedCasesOf } from "../support/failed-cases"
import { hasMariadb } from "../support/mariadb-server"
import { createMariadbDatabase, createPostgresqlDatabase } from "../support/shared-databases"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { drizzleMigrations } from "./drizzle-subject"

/** The table of passkeys as `@auth/drizzle-adapter` 1.11.3 defines it where it is given none. */
const authenticator = (text: string, counter: string) =>
  `CREATE TABLE "authenticator" ("credentialID" ${text} NOT NULL UNIQUE, "userId" ${text} NOT NULL,
  "providerAccountId" ${text} NOT NULL, "credentialPublicKey" ${text} NOT NULL,
  "counter" ${counter} NOT NULL, "credentialDeviceType" ${text} NOT NULL,
  "credentialBackedUp" BOOLEAN NOT NULL, "transports" ${text}, PRIMARY KEY ("userId", "credentialID"),
  FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE)`

/** Its other tables are those of the guide, without the collations for MySQL. */
async function createTables(url: string, database: string, authenticator: string) {
  const file = join(root, `demo/recipes/drizzle-${database}/drizzle/0000_auth.sql`)
  const script = (await readFile(file, "utf8")).replaceAll(" COLLATE utf8mb4_bin", "")
  for (const statement of [...script.split("--> statement-breakpoint"), authenticator])
    await rowsOf(url, statement)
}

/** The controls: what the guide's tables are there for. */
describe("DrizzleAdapter with its own tables", () => {
  test("SQLite: keeps the contract", async () => {
    const folder = await makeTemporaryFolder()
    const url = folder.sqlite("own")
    await createTables(url, "sqlite", authenticator("text", "integer"))
    const database = libsql(url)
    onTestFinished(async () => {
      database.$client.close()
      await folder.remove()
    })
    expect(await failedCasesOf(DrizzleAdapter(database))).toEqual([])
  })

  test("PostgreSQL: refuses counters from 2³¹ on", async () => {
    const url = await createPostgresqlDatabase("own")
    await createTables(url, "postgresql", authenticator("text", "integer"))
    const database = postgresql(url)
    onTestFinished(() => database.$client.end())
    expect(await failedCasesOf(DrizzleAdapter(database))).toEqual([
      "a counter is an unsigned 32-bit integer",
    ])
  })

  test.skipIf(!hasMariadb())("MariaDB: cuts, and takes one passkey for another", async () => {
    const url = await createMariadbDatabase("own")
    await createTables(url, "mysql", authenticator("varchar(255)", "int"))
    const database = mysql(url.replace(/\?.*/, ""))
    onTestFinished(() => database.$client.promise().end())
    expect(await failedCasesOf(DrizzleAdapter(database))).toEqual([
      "a credential id may have 1,023 bytes, which are 1,364 characters",
      "ids that differ by case are two credentials",
      "a public key may be long",
      "a counter is an unsigned 32-bit integer",
    ])
  })
})

describe.skipIf(!hasMariadb())("the migration for MySQL without its collations", () => {
  /** The answers of a database whose texts are of that character set. */
  async function migrateOn(characterSet: string) {
    const url = await createMariadbDatabase("naive")
    await rowsOf(url, `ALTER DATABASE CHARACTER SET ${characterSet}`)
    const script = (await drizzleMigrations("mysql")).join("--> statement-breakpoint")
    const naive = script.replaceAll(/ (CHARACTER SET ascii )?COLLATE \w+/g, "")
    for (const statement of naive.split("--> statement-breakpoint")) await rowsOf(url, statement)
    const database = mysql(url.replace(/\?.*/, ""))
    onTestFinished(() => database.$client.promise().end())
    return failedCasesOf(DrizzleAdapter(database))
  }

  test("is refused where texts are utf8mb4", async () => {
    await expect(migrateOn("utf8mb4")).rejects.toThrow(/Specified key was too long/)
  })

  test("is taken where they are latin1, and takes one passkey for another", async () => {
    expect(await migrateOn("latin1")).toContain("ids that differ by case are two credentials")
  })
})
