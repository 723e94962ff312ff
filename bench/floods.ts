import { floodAndQuiet } from "../tests/site/flood-and-quiet"
import { startPostgresql } from "../tests/support/postgresql-server"
import { makeTemporaryFolder } from "../tests/support/temporary-folder"
import { whatIsLeft } from "../tests/support/busy-people"
import type { FaultReport, Wanted } from "./faults"

/** How those fared who came while others flooded the site. */
export type FloodReport = FaultReport &
  Awaited<ReturnType<typeof floodAndQuiet>>["others"] & {
    /** How many requests of the flood were answered per second meanwhile. */
    floodPerSecond: number
  }

/** From one address; from 63, which are over their limits too; and from 1,000 networks, which are not. */
const floods = {
  "flood of 1 address": 1,
  "flood of 63 addresses": 63,
  "flood of 1,000 networks": 1_000,
}

/**
 * Floods the site with bogus registrations and requests for options, while newcomers register and
 * somebody with a passkey signs in, all from other networks. The flood is sent by a process with the lowest
 * priority, which stands for machines other than the site's.
 *
 * @param seconds How long each flood lasts.
 */
export async function* measureFloods(seconds: number, wanted: Wanted): AsyncGenerator<FloodReport> {
  const folder = await makeTemporaryFolder()
  const postgresql = await startPostgresql()
  const measure = async (name: string, url: string, networks: number): Promise<FloodReport> => {
    const { flood, floodPerSecond, others } = await floodAndQuiet({
      url,
      networks,
      seconds,
      clients: 32,
    })
    const left = await whatIsLeft(url, others.registered)
    return { name, ...flood, floodPerSecond, ...left, ...others }
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
