import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Database } from "../../demo/live/server/database-url"
import { root } from "../root"

/** A migration: the name of its folder, and what `migration.sql` in it says. */
export type Migration = { name: string; script: string }

/**
 * Reads the reader's migrations in `prisma/<database>/`, those of the extras in
 * `demo/recipes/<extra>/migrations/<database>/`, and the demo's own in
 * `demo/live/server/migrations/<database>/`.
 *
 * @returns All of them, in the order of their names, in which they apply.
 */
export async function readMigrations(database: Database): Promise<Migration[]> {
  const folders = [
    `prisma/${database}/migrations`,
    ...(await readdir(join(root, "demo/recipes"))).map(
      (name) => `demo/recipes/${name}/migrations/${database}`,
    ),
    `demo/live/server/migrations/${database}`,
  ]
  const migrations = await Promise.all(folders.map((folder) => readFolder(join(root, folder))))
  return migrations.flat().sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** The migrations in a folder. None where there is no folder. */
async function readFolder(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => ({
        name,
        script: await readFile(join(folder, name, "migration.sql"), "utf8"),
      })),
  )
}
