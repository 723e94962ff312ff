import { access, constants, mkdir, stat } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { MigrationError } from "./migration-engine"

/**
 * Makes the folder of a SQLite file where it is missing.
 *
 * @throws {MigrationError} With one line, when the file or the folder, in which SQLite keeps its log, cannot
 *   be written.
 */
export async function prepareDatabaseFile(file: string): Promise<void> {
  const folder = dirname(resolve(file))
  try {
    await makeFolder(folder)
    const found = await stat(file).catch(ignoreMissing)
    if (found?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" })
    await access(folder, constants.W_OK | constants.X_OK)
    if (found) await access(file, constants.R_OK | constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new MigrationError(`DATABASE_URL names a file that cannot be written: ${code}.`, {
      cause: error,
    })
  }
}

/** As `mkdir` does with `recursive`, which tries for ever in `/proc`. */
async function makeFolder(folder: string): Promise<void> {
  if (await stat(folder).catch(ignoreMissing)) return
  await makeFolder(dirname(folder))
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Two processes may start at once.
    if (error.code !== "EEXIST") throw error
  })
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error
}
