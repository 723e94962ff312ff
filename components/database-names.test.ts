import { expect, test } from "vitest"
import { choices } from "./choices"
import { databaseName } from "./database-names.mjs"

test("a name of two products is written as the sentence needs it", () => {
  expect(databaseName("mysql", " or ")).toBe("MySQL or MariaDB")
  expect(databaseName("sqlserver", " and ")).toBe("SQL Server")
})

test("what is no database of the guide keeps its own name", () => {
  expect(databaseName("constructor", " or ")).toBe("constructor")
})

test("the chooser has the same databases, SQLite first", () => {
  expect(Object.entries(choices.database.options)).toEqual([
    ["sqlite", "SQLite"],
    ["postgresql", "PostgreSQL"],
    ["mysql", "MySQL, MariaDB"],
    ["cockroachdb", "CockroachDB"],
    ["sqlserver", "SQL Server"],
    ["mongodb", "MongoDB"],
  ])
})
