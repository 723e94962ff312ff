import { floodAndQuiet } from "../tests/site/flood-and-quiet"
import { startPostgresql } from "../tests/support/postgresql-server"
import { makeTemporaryFolder } from "../tests/support/temporary-folder"
import { whatIsLeft } from "../tests/support/busy-people"
import type { FaultReport, Wanted } from "./faults"

/** How those fared who came while others flooded the site. */
export type FloodReport = FaultReport & Awaited<ReturnType<typeof floodAndQuiet>>["others"]

/** From one address; from 63, which are over their limits too; and from 1,000 networks, which are not. */
const floods = {
  "flood of 1 address": 1,
  "flood of 63 addresses": 63,
  "flood of 1,000 networks": 1_000,
}

/**
 * Floods the site with bogus registrations and requests for options, while newcomers register and
 * somebody with a passkey signs in, all from other networks.
 *
 * @param seconds How long each flood lasts.
 */
export async function* measureFloods(seconds: number, wanted: Wanted): AsyncGenerator<FloodReport> {
  const folder = await makeTemporaryFolder()
  const postgresql = await startPostgresql()
  const measure = async (name: string, url: string, networks: number): Promise<FloodReport> => {
    const { flood, others } = await floodAndQuiet({ url, networks, seconds, clients: 32 })
    return { name, ...flood, ...(await whatIsLeft(url, others.registered)), ...others }
  }
  try {
    for (const [name, networks] of Object.entries(floods)) {
      if (!wanted(name)) continue
      yield await measure(`${name}, SQLite`, folder.sqlite(`flood-${networks}`), networks)
      const onPostgresql = await postgresql.createDatabase(`flood_${networks}`)
      yield await measure(`${name}, PostgreSQL`, onPostgresql, networks)
    }
  } finally {
    await postgresql.stop()
    await folder.remove()
  }
}
