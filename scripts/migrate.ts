import { databaseOf } from "../demo/live/server/database-url"
import { readConfiguration } from "./configuration"
import { applyMigrations } from "./migrations/apply-migrations"
import { readMigrations } from "./migrations/read-migrations"

/**
 * Applies the migrations that the database lacks: the reader's in `prisma/<database>/`, and the
 * demo's own in `demo/live/server/migrations/<database>/`, in the order of their names.
 *
 * Two processes may call it at once: one applies, the other waits and then finds nothing to do.
 *
 * @param only Which of the migrations to apply. By default: all.
 * @returns The names of the migrations applied now, oldest first.
 * @throws {Error} With one line, when the database cannot be reached or a migration fails.
 */
export async function migrate(
  url: string,
  only: (name: string) => boolean = () => true,
): Promise<string[]> {
  const migrations = await readMigrations(databaseOf(url))
  return applyMigrations(
    url,
    migrations.filter(({ name }) => only(name)),
  )
}

if (process.argv[1] === import.meta.filename) {
  try {
    const names = await migrate((await readConfiguration()).DATABASE_URL)
    console.log(names.length ? `Applied ${names.join(", ")}.` : "The database is up to date.")
  } catch (error) {
    console.error(`Migrations were not applied: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
