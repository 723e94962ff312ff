import type { TestProject } from "vitest/node"
import { hasMariadb, startMariadb } from "./mariadb-server"
import { startPostgresql } from "./postgresql-server"

declare module "vitest" {
  interface ProvidedContext {
    /** The port of the run's PostgreSQL. */
    postgresqlPort: number
    /** The port of the run's MariaDB. `undefined`: MariaDB is not installed. */
    mariadbPort: number | undefined
  }
}

/**
 * Vitest's `globalSetup`: starts one PostgreSQL and one MariaDB for all files of a run, which takes
 * seconds for each. A test gets a database of its own: shared-databases.ts. One that stops or
 * reconfigures a server, or locks all of its tables, starts a server of its own.
 */
export default async function globalSetup(project: TestProject) {
  const [postgresql, mariadb] = await Promise.all([
    startPostgresql(),
    hasMariadb() ? startMariadb() : undefined,
  ])
  project.provide("postgresqlPort", postgresql.port)
  project.provide("mariadbPort", mariadb?.port)
  return async function globalTeardown() {
    await Promise.all([postgresql.stop(), mariadb?.stop()])
  }
}
