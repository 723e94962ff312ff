import { killAgainAndAgain } from "../tests/site/killed-site"
import { startPostgresql } from "../tests/support/postgresql-server"
import { makeTemporaryFolder } from "../tests/support/temporary-folder"
import type { FaultReport, Wanted } from "./faults"

/**
 * Kills the server in the middle of what people do, again and again. Those who could not sign in
 * afterwards, though they were told that they are registered, count as rows lost too.
 *
 * On Linux, which says which process the server is.
 *
 * @param rounds How often, on each database.
 */
export async function* measureKills(rounds: number, wanted: Wanted): AsyncGenerator<FaultReport> {
  const folder = await makeTemporaryFolder()
  const postgresql = await startPostgresql()
  const create: Record<string, () => Promise<string>> = {
    "SQLite killed": async () => folder.sqlite("killed"),
    "PostgreSQL killed": () => postgresql.createDatabase("killed"),
  }
  const measure = async (name: string, url: string): Promise<FaultReport> => {
    const { lockedOut, rowsLost, ...counts } = await killAgainAndAgain(url, rounds, 14)
    return { name: `${name} ${rounds} times`, ...counts, rowsLost: rowsLost + lockedOut }
  }
  try {
    for (const [name, url] of Object.entries(create))
      if (process.platform === "linux" && wanted(name)) yield await measure(name, await url())
  } finally {
    await postgresql.stop()
    await folder.remove()
  }
}
