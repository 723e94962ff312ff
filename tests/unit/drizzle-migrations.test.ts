import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as mysql from "../../demo/recipes/drizzle-mysql/schema"
import * as postgresql from "../../demo/recipes/drizzle-postgresql/schema"
import * as sqlite from "../../demo/recipes/drizzle-sqlite/schema"
import { getTableConfig as mysqlTable } from "drizzle-orm/mysql-core"
import { getTableConfig as postgresqlTable } from "drizzle-orm/pg-core"
import { getTableConfig as sqliteTable } from "drizzle-orm/sqlite-core"
import { describe, expect, test } from "vitest"
import { root } from "../../scripts/root"

type Column = { name: string; notNull: boolean; getSQLType(): string }

const schemas: Record<string, { name: string; columns: Column[] }[]> = {
  mysql: Object.values(mysql).map(mysqlTable),
  postgresql: Object.values(postgresql).map(postgresqlTable),
  sqlite: Object.values(sqlite).map(sqliteTable),
}

function migrationsOf(database: string): string {
  const folder = join(root, `demo/recipes/drizzle-${database}/drizzle`)
  const names = ["0000_auth.sql", "0001_passkeys.sql"]
  return names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n")
}

/** The columns that a migration makes, as in `counter bigint NOT NULL`. */
function columnsIn(script: string, table: string): string[] {
  const [, body = ""] =
    new RegExp(`CREATE TABLE ["\`]${table}["\`] \\(\n([^]*?)\n\\);`).exec(script) ?? []
  const columns = new Map<string, string>()
  const changed = new RegExp(`ALTER TABLE ["\`]${table}["\`] MODIFY COLUMN (.+);`, "g")
  const changes = Array.from(script.matchAll(changed), ([, column = ""]) => column)
  for (const line of [...body.split("\n"), ...changes]) {
    const [, name = "", rest = ""] = /^\s*["`](\w+)["`] (.+?),?$/.exec(line) ?? []
    const type = rest.replace(/ PRIMARY KEY/, "")
    if (name) columns.set(name, `${name} ${type}`)
  }
  return [...columns.values()].sort()
}

describe.each(Object.keys(schemas))("the migrations of Drizzle for %s", (database) => {
  test.each(schemas[database] ?? [])("make the columns of $name", ({ name, columns }) => {
    const wanted = columns.map(
      (column) => `${column.name} ${column.getSQLType()}${column.notNull ? " NOT NULL" : ""}`,
    )
    expect(columnsIn(migrationsOf(database), name)).toEqual(wanted.sort())
  })
})

test("every id of a credential is compared to the letter on MySQL, and fits into an index", () => {
  const columns = migrationsOf("mysql").match(/varchar\(1364\).*/g) ?? []
  expect(columns).toHaveLength(3)
  for (const column of columns) expect(column).toContain("CHARACTER SET ascii COLLATE ascii_bin")
})
