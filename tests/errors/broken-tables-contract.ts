import { expect, test } from "vitest"
import type { Engine } from "../databases/engines/engine"
import { openBrokenTables } from "./broken-tables"
import type { reproduces } from "./reproduces"

type Messages = ReturnType<typeof reproduces>

/** What a database's test expects to be told. It writes each as `reproduces(…)`, which completeness.test.ts reads. */
type Expected = {
  /** For databases that keep to the type of a column. SQLite doesn't. */
  types?: {
    /** The counter's column is an integer. */
    smallCounter: Messages
    /** The public key's column has 191 characters: what Auth.js logs, and what the database itself says. */
    shortKey: Messages
    shortKeyInDatabase: Messages
  }
  missingColumn: Messages
  missingTable: Messages
}

/** What every database must say of a table of passkeys that is broken in these ways, one after the other. */
export function testBrokenTables(
  start: () => Promise<Engine>,
  { types, missingColumn, missingTable }: Expected,
): void {
  const tables = openBrokenTables(start)

  if (types) {
    test("the counter's column is an integer", async () => {
      await tables.alter("counter", "INTEGER")
      expect(await tables.registerLargeCounter()).toBe("Configuration")
      expect(await tables.signInWithLargeCounter()).toBe("Configuration")
      expect(types.smallCounter.missingIn([tables.log()])).toEqual([])
    })

    // As Prisma makes them on MySQL.
    test("the public key's column has 191 characters", async () => {
      await tables.alter("credentialPublicKey", "VARCHAR(191)")
      expect(await tables.register({ algorithm: "RS256" })).toBe("Configuration")
      expect(await tables.register({})).toBeNull()
      expect(types.shortKey.missingIn([tables.log()])).toEqual([])
      const sql = `UPDATE "Authenticator" SET "credentialPublicKey" = '${"a".repeat(364)}'`
      expect(types.shortKeyInDatabase.missingIn([await tables.ownError(sql)])).toEqual([])
    })
  }

  test("a column is missing", async () => {
    await tables.execute('ALTER TABLE "Authenticator" DROP COLUMN "transports"')
    await tables.fail()
    expect(missingColumn.missingIn([tables.log()])).toEqual([])
  })

  test("the table is missing", async () => {
    await tables.execute('DROP TABLE "Authenticator"')
    await tables.fail()
    expect(missingTable.missingIn([tables.log()])).toEqual([])
  })
}
