import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { migrate } from "../../scripts/migrate"
import { applyMigrations } from "../../scripts/migrations/apply-migrations"
import { root } from "../../scripts/root"
import { rowsOf } from "../support/database-rows"
import { hasMariadb } from "../support/mariadb-server"
import { createMariadbDatabase } from "../support/shared-databases"

const all = [
  "20261101000000_auth",
  "20261101000100_passkeys",
  "20261101000200_demo",
  "20261124000000_demo_health",
  "20261124000000_demo_limits",
  "20261128000000_demo_feedback",
  "20261201000000_passkey_details",
  "20261201000100_used_challenges",
  "20261201000200_recovery_codes",
]

describe.skipIf(!hasMariadb())("migrations for MariaDB", () => {
  test("all are applied, once, however many processes there are and by either scheme", async () => {
    const url = await createMariadbDatabase("once")
    const mysql = url.replace("mariadb:", "mysql:")
    const applied = await Promise.all([migrate(url), migrate(mysql), migrate(url)])
    expect(applied.flat()).toEqual(all)
    expect(await migrate(mysql)).toEqual([])
  })

  test("Prisma's books are kept as Prisma keeps them", async () => {
    const url = await createMariadbDatabase("books")
    await migrate(url, (name) => name === all[1] || name === all[0])
    const rows = await rowsOf(
      url,
      `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at,
        finished_at >= started_at FROM _prisma_migrations ORDER BY migration_name`,
    )
    const checksum = async (name = "") =>
      createHash("sha256")
        .update(await readFile(join(root, "prisma/mysql/migrations", name, "migration.sql")))
        .digest("hex")
    expect(rows).toEqual([
      [all[0], await checksum(all[0]), 1, null, null, 1],
      [all[1], await checksum(all[1]), 1, null, null, 1],
    ])
  })

  test("the second keeps the rows of an app that has the first", async () => {
    const url = await createMariadbDatabase("rows")
    await migrate(url, (name) => name === all[0])
    await rowsOf(
      url,
      `INSERT INTO "User" ("id", "email", "updatedAt") VALUES ('u1', 'a@passkeys.example', NOW())`,
    )
    await rowsOf(
      url,
      `INSERT INTO "Account" ("userId", "type", "provider", "providerAccountId", "updatedAt")
        VALUES ('u1', 'oauth', 'github', 'Case', NOW())`,
    )
    await rowsOf(
      url,
      `INSERT INTO "Session" ("sessionToken", "userId", "expires", "updatedAt")
        VALUES ('s1', 'u1', NOW(), NOW())`,
    )
    expect(await migrate(url)).toEqual(all.slice(1))
    // Fails where the User row is gone: the foreign key asks for it.
    await rowsOf(
      url,
      `INSERT INTO "Authenticator" VALUES ('c1', 'u1', 'c1', 'key', 0, 'singleDevice', false, NULL,
        NULL, NULL, NULL, NULL, NULL)`,
    )
    expect(await rowsOf(url, `SELECT "providerAccountId", "userId" FROM "Account"`)).toEqual([
      ["Case", "u1"],
    ])
    expect(await rowsOf(url, `SELECT "userId" FROM "Session"`)).toEqual([["u1"]])
  })

  test("one that ends half-way says what to do, and nothing more is applied until it is done", async () => {
    const url = await createMariadbDatabase("half")
    const broken = {
      name: "1_broken",
      script: "CREATE TABLE one (id INT); CREATE TABLE one (id INT);",
    }
    const mended = {
      name: "1_broken",
      script: "CREATE TABLE one (id INT); CREATE TABLE two (id INT);",
    }
    const words =
      /^Table 'one' already exists\. The migration 1_broken began and did not end\. Undo by hand what it did, then run UPDATE/
    await expect(applyMigrations(url, [broken])).rejects.toThrow(words)
    await expect(applyMigrations(url, [mended])).rejects.toThrow(
      /^The migration 1_broken began and did not end/,
    )
    await rowsOf(url, "DROP TABLE one")
    const advice = await applyMigrations(url, [mended]).catch((error: Error) => error.message)
    await rowsOf(url, /UPDATE .*?;/.exec(String(advice))?.[0] ?? "")
    expect(await applyMigrations(url, [mended])).toEqual(["1_broken"])
  })

  test("a database that cannot be reached is an error in one line", async () => {
    const error = await migrate("mysql://root:hush@127.0.0.1:1/none?acquireTimeout=2000").catch(
      (error: Error) => error,
    )
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message.split("\n")).toHaveLength(1)
    expect((error as Error).message).not.toContain("hush")
  })
})
