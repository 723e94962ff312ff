import { expect, test } from "vitest"
import { startPostgresqlEngine } from "../databases/engines/postgresql"
import { openBrokenTables } from "./broken-tables"
import { reproduces } from "./reproduces"

const tables = openBrokenTables(startPostgresqlEngine)

test("the counter's column is an integer", async () => {
  await tables.alter("counter", "INTEGER")
  expect(await tables.registerLargeCounter()).toBe("Configuration")
  expect(await tables.signInWithLargeCounter()).toBe("Configuration")
  expect(reproduces("counter-out-of-range", [0, 2]).missingIn([tables.log()])).toEqual([])
})

test("the public key's column has 191 characters", async () => {
  await tables.alter("credentialPublicKey", "VARCHAR(191)")
  expect(await tables.register({ algorithm: "RS256" })).toBe("Configuration")
  expect(await tables.register({})).toBeNull()
  expect(reproduces("value-too-long", [0]).missingIn([tables.log()])).toEqual([])
  const sql = `UPDATE "Authenticator" SET "credentialPublicKey" = '${"a".repeat(364)}'`
  expect(reproduces("value-too-long", [2]).missingIn([await tables.ownError(sql)])).toEqual([])
})

test("a column is missing", async () => {
  await tables.execute('ALTER TABLE "Authenticator" DROP COLUMN "transports"')
  await tables.fail()
  expect(reproduces("column-does-not-exist", [0]).missingIn([tables.log()])).toEqual([])
})

test("the table is missing", async () => {
  await tables.execute('DROP TABLE "Authenticator"')
  await tables.fail()
  expect(reproduces("table-does-not-exist", [0]).missingIn([tables.log()])).toEqual([])
})
