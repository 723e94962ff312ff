import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { migrate } from "../../scripts/migrate"
import { root } from "../../scripts/root"
import { rowsOf } from "../support/database-rows"
import { hasMariadb } from "../support/mariadb-server"
import { createMariadbDatabase } from "../support/shared-databases"
import { startMariadbEngine } from "./engines/mariadb"
import { execute } from "./execute"
import { describeUpgrades } from "./contracts/upgrades-contract"

describe.skipIf(!hasMariadb())("MariaDB", () => {
  describeUpgrades(startMariadbEngine)

  test("an Account table with a unique userId", async () => {
    const url = await createMariadbDatabase("older")
    await migrate(url, (name) => name.endsWith("_auth"))
    await execute(
      url,
      `CREATE UNIQUE INDEX Account_userId_key ON Account(userId); DROP INDEX Account_userId_idx ON Account;`,
    )
    await execute(url, `INSERT INTO User (id, updatedAt) VALUES ('u1', NOW());`)
    const insert = (id: string) =>
      rowsOf(
        url,
        `INSERT INTO Account (userId, type, provider, providerAccountId, updatedAt) VALUES ('u1', 'webauthn', 'passkey', '${id}', NOW())`,
      )
    await insert("one")
    await expect(insert("two")).rejects.toThrow()
    await execute(url, await readFile(join(root, "prisma/mysql/upgrades/account.sql"), "utf8"))
    await insert("two")
  })
})
