import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Makes an empty folder that nobody else has. */
export async function makeTemporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-"))
  return {
    /** A connection string for a SQLite file in it. */
    sqlite: (name: string) => `file:${join(folder, name)}.db`,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
