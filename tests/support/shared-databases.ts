import { randomBytes } from "node:crypto"
import { inject } from "vitest"
import { createMariadbDatabaseOn } from "./mariadb-server"
import { createPostgresqlDatabaseOn } from "./postgresql-server"

/** A name that no other file has, nor the same test when it is run again. */
const uniqueName = (name: string) => `${name}_${randomBytes(4).toString("hex")}`

/**
 * Makes an empty database on the PostgreSQL that all files of a run share.
 *
 * @param name How its name begins.
 * @returns Its connection string.
 */
export const createPostgresqlDatabase = (name: string): Promise<string> =>
  createPostgresqlDatabaseOn(inject("postgresqlPort"), uniqueName(name))

/**
 * Makes an empty database on the MariaDB that all files of a run share.
 *
 * @param name How its name begins.
 * @returns Its connection string.
 * @throws {Error} Where MariaDB is not installed: ask `hasMariadb()` first.
 */
export async function createMariadbDatabase(name: string): Promise<string> {
  const port = inject("mariadbPort")
  if (port === undefined) throw new Error("MariaDB is not installed.")
  return createMariadbDatabaseOn(port, uniqueName(name))
}
