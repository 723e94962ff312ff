import type { Found, Place } from "../finding"
import type { App } from "../read-app"
import { readTables, type Column, type Table } from "../sql/read-tables"
import { checkSqlColumns } from "./check-sql-columns"
import { mayHavePasskeys } from "./wanted-tables"

/**
 * Migrations: collations, which a Prisma schema doesn't have, and keys on TEXT. Where there is no schema,
 * also the columns and keys that a schema would tell of.
 */
export function checkMigrations(app: App): Found[] {
  const tables = readTables(app.migrations)
  const authenticator = tableOf(tables, "authenticator")
  if (!authenticator || !mayHavePasskeys(app)) return []
  const database = app.schemas[0]?.database || databaseOf(app)
  const account = tableOf(tables, "account")
  return [
    ...(database === "mysql" || database === "sqlserver"
      ? [
          ...ignoringCase(authenticator, "credentialID"),
          ...(account ? ignoringCase(account, "providerAccountId") : []),
        ]
      : []),
    ...(database === "mysql" ? tables.flatMap(textKeys) : []),
    ...(app.schemas.length === 0 ? checkSqlColumns(authenticator, account, database) : []),
  ]
}

const tableOf = (tables: Table[], wanted: string) =>
  tables.find(({ name }) => new RegExp(`^${wanted}s?$`, "i").test(name))

/** The database that SQL is for, by its quotes and its types. Empty: it may be for several. */
function databaseOf({ migrations }: App): string {
  const sql = migrations.map(({ text }) => text).join("\n")
  if (/\[dbo\]|\bNVARCHAR\b/i.test(sql)) return "sqlserver"
  if (/\b(TIMESTAMPTZ|TIMESTAMP\(\d\)|BIGSERIAL|SERIAL|JSONB|UUID|INT[48])\b|_pkey\b/i.test(sql))
    return /`/.test(sql) ? "mysql" : "postgresql"
  if (/\bvarchar\(\d+\)/i.test(sql) && !/"\w+"/.test(sql)) return "mysql"
  return /"/.test(sql) && /\btimestamp\b/i.test(sql) ? "postgresql" : ""
}

const found = (id: Found["id"], table: Table, column: string, { file, line }: Place): Found => ({
  id,
  subject: `${table.name}.${column}`,
  file,
  line,
})

function ignoringCase(table: Table, name: string): Found[] {
  const column = table.columns.get(name)
  return column && !seesCase(column, table)
    ? [found("credential-id-ignores-case", table, name, column)]
    : []
}

/** The column's own collation wins over the table's. What ends in `_bin` or has `_cs` sees case. */
function seesCase({ definition }: Column, { options }: Table): boolean {
  if (/\bVARBINARY\b|\bCHARACTER SET BINARY\b/.test(definition)) return true
  const collation = /\bCOLLATE[ =]+(\w+)/
  const [, name = ""] = collation.exec(definition) ?? collation.exec(options) ?? []
  return /_BIN2?$|_CS(_|$)/.test(name)
}

function textKeys(table: Table): Found[] {
  const columns = new Set(
    table.keys
      .flatMap((key) => key.columns)
      .filter((name) =>
        /^(TINY|MEDIUM|LONG)?TEXT\b/.test(table.columns.get(name)?.definition ?? ""),
      ),
  )
  return [...columns].flatMap((name) => {
    const column = table.columns.get(name)
    return column ? [found("key-without-length", table, name, column)] : []
  })
}
