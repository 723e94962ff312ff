import { describe, expect, test } from "vitest"
import { mysql } from "../../scripts/migrations/mysql"
import { rowsOf } from "../support/database-rows"
import { hasMariadb } from "../support/mariadb-server"
import { createMariadbDatabase } from "../support/shared-databases"
import { describeMigrations } from "./contracts/migrations-contract"

describe.skipIf(!hasMariadb())("MariaDB", () => {
  describeMigrations(mysql, createMariadbDatabase, { undoes: false })

  test("the lock is the one that Prisma takes", async () => {
    const url = await createMariadbDatabase("lock")
    const isUsed = () => rowsOf(url, "SELECT IS_USED_LOCK('prisma_migrate') IS NOT NULL")
    // The server is shared: another file may hold the lock before and after.
    expect(await mysql.withConnection(url, 60_000, isUsed)).toEqual([[1]])
  })
})
