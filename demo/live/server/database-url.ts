/** The databases this site runs on. Each has a folder of this name in `prisma/`. */
export type Database = "sqlite" | "postgresql" | "mysql"

const databaseOfScheme: Record<string, Database> = {
  "file:": "sqlite",
  "libsql:": "sqlite",
  "postgres:": "postgresql",
  "postgresql:": "postgresql",
  "mysql:": "mysql",
  "mariadb:": "mysql",
}

/**
 * The database that a connection string is for, by its scheme.
 *
 * @throws {Error} With one line that names `DATABASE_URL` and what it may be, and never the value:
 *   a connection string holds a password.
 */
export function databaseOf(url: string): Database {
  const database = databaseOfScheme[/^[a-z]+:/.exec(url)?.[0] ?? ""]
  if (!database)
    throw new Error(
      "DATABASE_URL must begin with file: or libsql: (SQLite), postgresql: (PostgreSQL), or mysql: or mariadb: (MySQL, MariaDB).",
    )
  return database
}

/**
 * The path of the SQLite file that a `file:` URL names, as libSQL reads it: relative to the working
 * folder or absolute, percent-decoded. `undefined` where it names none, or the memory, or has
 * parameters.
 */
export function fileOf(url: string): string | undefined {
  const path = /^file:(?:\/\/(?:localhost)?(?=\/))?([^?#]*[^?#/])$/.exec(url)?.[1]
  if (!path || path.startsWith("//") || path === ":memory:") return undefined
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
