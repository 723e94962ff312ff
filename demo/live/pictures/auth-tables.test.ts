import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { tablesAsText, tablesOf } from "./auth-tables.mjs"

const schemaOf = (database: string) => readFileSync(`prisma/${database}/schema.prisma`, "utf8")
const sql = ["sqlite", "postgresql", "mysql", "cockroachdb", "sqlserver"]

test("the tables are read from the schema, with their keys", () => {
  const [user, ...others] = tablesOf(schemaOf("postgresql"))
  expect(user).toMatchObject({
    name: "User",
    columns: [{ name: "id", keys: ["PK"] }, {}, {}, {}, {}, {}, {}],
  })
  expect(others.map(({ name }) => name)).toEqual([
    "Account",
    "Session",
    "VerificationToken",
    "Authenticator",
  ])
  expect(others.at(-1)?.columns).toEqual([
    { name: "credentialID", keys: ["PK", "unique"] },
    { name: "userId", keys: ["PK", "FK"], references: "User.id" },
    { name: "providerAccountId", keys: [] },
    { name: "credentialPublicKey", keys: [] },
    { name: "counter", keys: [] },
    { name: "credentialDeviceType", keys: [] },
    { name: "credentialBackedUp", keys: [] },
    { name: "transports", keys: [] },
  ])
})

test("every column of every model is read", () => {
  for (const database of [...sql, "mongodb"]) {
    const schema = schemaOf(database)
    const names = tablesOf(schema).flatMap(({ columns }) => columns.map(({ name }) => name))
    // A relation isn't a column: its type is a model.
    const fields = Array.from(
      schema.matchAll(/^ {2}(\w+) +(String|Int|BigInt|Boolean|DateTime)\b/gm),
      ([, name]) => name,
    )
    expect(names, database).toEqual(fields)
  }
})

test.each(sql)("the picture for SQL is right for %s", (database) => {
  expect(tablesOf(schemaOf(database))).toEqual(tablesOf(schemaOf("postgresql")))
})

test("as text, it is a list of tables", () => {
  const text = tablesAsText(schemaOf("mongodb"))
  expect(text).toContain(
    "- `Authenticator`, for passkeys: `id` (primary key), `credentialID` (unique), `userId` (foreign key, → User.id)",
  )
  expect(text.split("\n")).toHaveLength(5)
})
