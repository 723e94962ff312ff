import { generate } from "../scripts/generate"
import { startPostgresql } from "../tests/support/postgresql-server"
import { makeTemporaryFolder } from "../tests/support/temporary-folder"
import { median, takeTurns } from "./rounds"
import { startServer } from "./servers"
import { authJs } from "./sign-in"

/** What all extras together may cost: sign-ins a second, as a share of the core's. */
const leastRatio = 0.85

/**
 * Prints the sign-ins a second of the core and of the live demo's `auth.ts`, which has all extras, by
 * turns, on SQLite and on PostgreSQL. A sign-in that fails sets the exit code.
 */
export async function measureExtras(size: { clients: number; rounds: number; signIns: number }) {
  await generate()
  const folder = await makeTemporaryFolder()
  const postgresql = await startPostgresql()
  try {
    console.log(`\nSign-ins a second, core and all extras by turns, ratio at least ${leastRatio}\n`)
    await compare("SQLite", size, async (name) => folder.sqlite(name))
    await compare("PostgreSQL", size, (name) => postgresql.createDatabase(name))
  } finally {
    await postgresql.stop()
    await folder.remove()
  }
}

async function compare(
  database: string,
  { clients, rounds, signIns }: Parameters<typeof measureExtras>[0],
  createDatabase: (name: string) => Promise<string>,
) {
  const start = async (name: string, app: string) => {
    const environment = { BENCH_APP: app }
    const url = await createDatabase(name)
    return startServer("bench/auth-js-alone.ts", url, authJs, clients, environment)
  }
  const servers = [await start("core", "core"), await start("all_extras", "all extras")]
  try {
    const contestants = servers.map((server) => ({ name: database, clients: server.clients }))
    // They compile what they run often. That is not what a sign-in costs later.
    await takeTurns(contestants, 1, signIns)
    const results = await takeTurns(contestants, rounds, signIns)
    const [core = [], extras = []] = results.map(({ rates }) => rates)
    const ratio = median(extras.map((rate, round) => rate / (core[round] ?? NaN)))
    const failures = results.reduce((sum, result) => sum + result.failures, 0)
    console.log(
      `${database.padEnd(12)} core ${median(core).toFixed()}, all extras ${median(extras).toFixed()}, ` +
        `ratio ${ratio.toFixed(2)}, ${failures} failures`,
    )
    if (failures > 0) process.exitCode = 1
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}
