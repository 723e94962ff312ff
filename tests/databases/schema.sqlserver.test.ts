import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { root } from "../../scripts/root"
import { readSchema } from "./schema-columns"

/** What Prisma makes of its types on SQL Server. */
const types: Record<string, string> = {
  String: "NVARCHAR(1000)",
  Int: "INT",
  BigInt: "BIGINT",
  Boolean: "BIT",
  DateTime: "DATETIME2",
}

const script = ["20261101000000_auth", "20261101000100_passkeys"]
  .map((name) =>
    readFileSync(join(root, "prisma/sqlserver/migrations", name, "migration.sql"), "utf8"),
  )
  .join("\n")

// There is no SQL Server to run them on. So their text is compared with the schema.
test("the migrations of SQL Server name the columns of the schema", async () => {
  const columns = new Map<string, string>()
  const typeOf = (rest: string) => /^\w+(\(\w+\))?/.exec(rest)?.[0].toUpperCase() ?? ""
  for (const [, table = "", body = ""] of script.matchAll(
    /CREATE TABLE \[dbo\]\.\[(\w+)\] \(\n([^]*?)\n\);/g,
  ))
    for (const [, name, rest = ""] of body.matchAll(/^ +\[(\w+)\] (.+?),?$/gm))
      columns.set(`${table}.${name}`, `${typeOf(rest)}${/NOT NULL/.test(rest) ? "" : " NULL"}`)
  for (const [, table, name, rest = ""] of script.matchAll(
    /ALTER TABLE \[dbo\]\.\[(\w+)\] ALTER COLUMN \[(\w+)\] (.+);/g,
  ))
    columns.set(`${table}.${name}`, typeOf(rest))

  const schema = await readSchema("sqlserver")
  const expected = schema.columns.map(({ table, name, type, isNullable }) => {
    const inSql = types[type] ?? type.toUpperCase()
    return `${table}.${name} ${inSql}${isNullable ? " NULL" : ""}`
  })
  expect([...columns].map(([name, type]) => `${name} ${type}`).sort()).toEqual(expected.sort())
})

test("the migrations of SQL Server have the keys and indexes of the schema", async () => {
  const found = { primary: [] as string[], unique: [] as string[], index: [] as string[] }
  const list = (columns = "") => columns.replace(/[[\]]/g, "").replaceAll(",", ", ")
  // The last key of a name is the one that stays.
  const constraints = new Map<string, { kind: "primary" | "unique"; columns: string }>()
  for (const [, name = "", kind, columns] of script.matchAll(
    /CONSTRAINT \[(\w+)\] (PRIMARY KEY|UNIQUE) \w+ \(([^)]+)\)/g,
  ))
    constraints.set(name, {
      kind: kind === "UNIQUE" ? "unique" : "primary",
      columns: list(columns),
    })
  for (const [name, { kind, columns }] of constraints)
    found[kind].push(`${name.split("_")[0]} ${columns}`)
  for (const [, table, columns] of script.matchAll(
    /CREATE NONCLUSTERED INDEX \[\w+\] ON \[dbo\]\.\[(\w+)\]\(([^)]+)\)/g,
  ))
    found.index.push(`${table} ${list(columns)}`)
  const { keys } = await readSchema("sqlserver")
  for (const kind of ["primary", "unique", "index"] as const)
    expect(found[kind].sort()).toEqual(keys[kind].sort())
})
