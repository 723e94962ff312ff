import { expect, test } from "vitest"
import { checkDatabaseUrl } from "./database-url-check"

test.each([
  "file:.data/demo.db",
  "file:/var/lib/demo.db",
  "file:///var/lib/demo.db",
  "file:a%20b.db",
  "libsql://name.turso.io?authToken=hush",
  "libsql://127.0.0.1:8080?tls=0",
  "postgresql://user:hush@host/db",
  "postgres://user:hush%40@[::1]:5432/db?sslmode=require",
  "postgresql://%2Frun%2Fpostgresql/db",
  "postgresql:///db?host=/run/postgresql",
  "postgresql://user:hush@/db?host=/run/postgresql",
  "mysql://user:hush@host:3306/db",
  "mariadb://user@host/db",
])("%s can be read", (url) => {
  expect(() => checkDatabaseUrl(url)).not.toThrow()
})

test.each([
  ["file:", "must name a file"],
  ["file:?mode=hush", "must name a file"],
  ["file:hush/", "must name a file"],
  ["file::memory:", "must name a file"],
  ["file://hush/demo.db", "must name a file"],
  ["file:hush.db?connection_limit=1", "must name a file"],
  ["file:hush%zz.db", "must name a file"],
  ["libsql:", "is not a URL"],
  ["libsql:hush", "is not a URL"],
  ["libsql://", "names no host"],
  ["libsql://?authToken=hush", "names no host"],
  ["libsql://host?authToken=hush&hush=1", "authToken and tls"],
  ["libsql://host?tls=0", "must name a port"],
  ["postgresql:", "is not a URL"],
  ["postgresql:hush", "is not a URL"],
  ["postgresql://", "names no host"],
  ["postgresql:///db", "names no host"],
  ["postgresql://user:hush@host", "names no database"],
  ["postgresql://user:hush@host/", "names no database"],
  ["postgresql://host:notaport/hush", "is not a URL"],
  ["postgresql://user:hush@host:99999/db", "is not a URL"],
  ["postgresql://user:hu#sh@host/db", "is not a URL"],
  ["postgresql://user:hush%zz@host/db", "is not a URL"],
  ["mysql://", "names no host"],
  ["mysql://user:hush@host", "names no database"],
  ["mariadb://user:hush@host:port/db", "is not a URL"],
])("%s is refused in one line, which tells no value", (url, message) => {
  const check = () => checkDatabaseUrl(url)
  expect(check).toThrow(/^DATABASE_URL [^\n]+, for example [a-z]+:\S+\.$/)
  expect(check).toThrow(message)
  expect(check).not.toThrow(/hush/)
})
