import { expect, test } from "vitest"
import { startLibsql } from "../databases/engines/libsql"
import { openBrokenTables } from "./broken-tables"
import { reproduces } from "./reproduces"

const tables = openBrokenTables(startLibsql)

test("a column is missing", async () => {
  await tables.execute('ALTER TABLE "Authenticator" DROP COLUMN "transports"')
  await tables.fail()
  expect(reproduces("column-does-not-exist", [0, 1]).missingIn([tables.log()])).toEqual([])
})

test("the table is missing", async () => {
  await tables.execute('DROP TABLE "Authenticator"')
  await tables.fail()
  expect(reproduces("table-does-not-exist", [2]).missingIn([tables.log()])).toEqual([])
})
