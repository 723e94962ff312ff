import { expect, test } from "vitest"
import { databaseOf } from "./database-url"

test.each([
  ["file:.data/demo.db", "sqlite"],
  ["libsql://x.turso.io", "sqlite"],
  ["postgresql://user@host/db", "postgresql"],
  ["postgres://user@host/db", "postgresql"],
  ["mysql://user@host/db", "mysql"],
  ["mariadb://user@host/db", "mysql"],
])("%s is %s", (url, database) => {
  expect(databaseOf(url)).toBe(database)
})

test.each(["", "demo.db", "mongodb://user:secret@host"])(
  "%j names the variable, not the value",
  (url) => {
    expect(() => databaseOf(url)).toThrow(/^DATABASE_URL must begin with/)
    expect(() => databaseOf(url)).not.toThrow(/secret/)
  },
)
