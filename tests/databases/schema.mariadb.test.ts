import { beforeAll, describe, expect, test } from "vitest"
import { withExtras } from "../../scripts/generate"
import { migrate } from "../../scripts/migrate"
import { rowsOf } from "../support/database-rows"
import { hasMariadb } from "../support/mariadb-server"
import { createMariadbDatabase } from "../support/shared-databases"
import { readSchema } from "./schema-columns"

/** What Prisma makes of its types on MySQL, and MariaDB calls it. */
const types: Record<string, string> = {
  String: "varchar(191)",
  Text: "text",
  Int: "int(11)",
  BigInt: "bigint(20)",
  Boolean: "tinyint(1)",
  DateTime: "datetime(3)",
}

/** Prisma's engine from npm cannot compare MySQL's migrations with their schema. MariaDB can. */
describe.skipIf(!hasMariadb())("the migrations of MySQL make what the schema says", () => {
  let url: string

  beforeAll(async () => {
    url = await createMariadbDatabase("schema")
    await migrate(url, (name) => !name.includes("_demo"))
  })

  test("columns", async () => {
    const { columns } = await readSchema("mysql", withExtras)
    const found = await rowsOf(
      url,
      `SELECT table_name, column_name, column_type, is_nullable FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name <> '_prisma_migrations'`,
    )
    const expected = columns.map(({ table, name, type, isNullable }) => [
      table,
      name,
      types[type] ?? type.toLowerCase(),
      isNullable ? "YES" : "NO",
    ])
    expect(found.map(String).sort()).toEqual(expected.map(String).sort())
  })

  test("keys and indexes", async () => {
    const { keys } = await readSchema("mysql", withExtras)
    const found = await rowsOf(
      url,
      `SELECT CONCAT(table_name, ' ', GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', ')),
        index_name = 'PRIMARY', non_unique = 0 FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name <> '_prisma_migrations'
        GROUP BY table_name, index_name, non_unique`,
    )
    const named = (isPrimary: boolean, isUnique: boolean) =>
      found
        .filter(
          ([, primary, unique]) => !!Number(primary) === isPrimary && !!Number(unique) === isUnique,
        )
        .map(([name]) => String(name))
        .sort()
    expect(named(true, true)).toEqual(keys.primary.sort())
    expect(named(false, true)).toEqual(keys.unique.sort())
    expect(named(false, false)).toEqual(keys.index.sort())
  })

  test("what holds a credential id is compared to the letter", async () => {
    const found = await rowsOf(
      url,
      `SELECT table_name, column_name, collation_name FROM information_schema.columns
        WHERE table_schema = DATABASE() AND column_name IN ('credentialID', 'providerAccountId')`,
    )
    expect(found.map(([, , collation]) => collation)).toEqual([
      "ascii_bin",
      "ascii_bin",
      "ascii_bin",
    ])
  })
})
