import type { Place } from "../finding"
import { lineAt, type SourceFile } from "../source-file"
import { partsOf, plain, statementsOf } from "./statements"

/** A column as the migrations leave it. */
export type Column = Place & {
  name: string
  /** What follows the name, in upper case, without quotes: `VARCHAR(1364) COLLATE ASCII_BIN NOT NULL`. */
  definition: string
}

export type Key = Place & { columns: string[]; isUnique: boolean }

export type Table = {
  name: string
  /** The end of its `CREATE TABLE`, in upper case. */
  options: string
  columns: Map<string, Column>
  keys: Key[]
}

const name = '[[`"]?([\\w$]+)[\\]`"]?'
const ifNotExists = String.raw`(?:IF\s+NOT\s+EXISTS\s+)?`
const schema = '(?:[[`"]?\\w+[\\]`"]?\\.)?'
const start = {
  table: new RegExp(String.raw`^CREATE\s+TABLE\s+${ifNotExists}${schema}${name}\s*\(`, "i"),
  index: new RegExp(
    String.raw`^CREATE\s+(UNIQUE\s+)?(?:\w+\s+)?INDEX\s+${ifNotExists}${name}\s+ON\s+${schema}${name}\s*(?:USING\s+\w+\s*)?\(`,
    "i",
  ),
  alter: new RegExp(
    String.raw`^ALTER\s+TABLE\s+${schema}${name}\s+(?:MODIFY|CHANGE|ALTER)\s+(?:COLUMN\s+)?${name}\s+([^]*)$`,
    "i",
  ),
}
const column = new RegExp(String.raw`^${name}\s+([^]*)$`)
const key =
  /^(?:CONSTRAINT\s+\S+\s+)?(PRIMARY\s+KEY|UNIQUE|INDEX|KEY|FOREIGN|CHECK)\b[^(]*\(([^)]*)/i

/**
 * The tables that migrations create, in their last state. It reads what Prisma and Drizzle write, and SQL
 * like it: `CREATE TABLE`, `CREATE INDEX`, and `ALTER TABLE` that changes one column.
 */
export function readTables(files: readonly SourceFile[]): Table[] {
  const tables = new Map<string, Table>()
  for (const { path, text } of files)
    for (const { sql, offset } of statementsOf(text)) {
      const place = { file: path, line: lineAt(text, offset) }
      const [head, created] = start.table.exec(sql) ?? []
      if (head && created) {
        const { entries, rest } = partsOf(sql, head.length)
        const table: Table = { name: created, options: plain(rest), columns: new Map(), keys: [] }
        for (const entry of entries)
          addEntry(table, entry.sql, { file: path, line: lineAt(text, offset + entry.offset) })
        tables.set(created.toLowerCase(), table)
        continue
      }
      const [on, unique, , indexed = ""] = start.index.exec(sql) ?? []
      if (on) {
        const columns = partsOf(sql, on.length).entries.map(({ sql }) => unquoted(sql))
        const isUnique = Boolean(unique)
        tables.get(indexed.toLowerCase())?.keys.push({ ...place, columns, isUnique })
        continue
      }
      const [, altered = "", changed, definition = ""] = start.alter.exec(sql) ?? []
      const before = changed && tables.get(altered.toLowerCase())?.columns
      if (!before) continue
      // PostgreSQL says what changes: ALTER COLUMN "counter" SET DATA TYPE BIGINT.
      const type = definition.replace(/^(SET\s+DATA\s+)?TYPE\s+/i, "")
      if (/^(SET|DROP)\b/i.test(type)) continue
      before.set(changed, { ...place, name: changed, definition: plain(type) })
    }
  return [...tables.values()]
}

const unquoted = (text: string) => text.replaceAll(/[[\]`"]/g, "").replace(/\s.*$|\(.*$/, "")

function addEntry(table: Table, sql: string, place: Place): void {
  const [, kind, list = ""] = key.exec(sql) ?? []
  if (kind) {
    if (/^(FOREIGN|CHECK)/i.test(kind)) return
    const columns = list.split(",").map((one) => unquoted(one.trim()))
    table.keys.push({ ...place, columns, isUnique: /^(PRIMARY|UNIQUE)/i.test(kind) })
    return
  }
  const [, name, definition] = column.exec(sql) ?? []
  if (!name || !definition) return
  const found = { ...place, name, definition: plain(definition) }
  table.columns.set(name, found)
  if (/\b(UNIQUE|PRIMARY KEY)\b/.test(found.definition))
    table.keys.push({ ...place, columns: [name], isUnique: true })
}
