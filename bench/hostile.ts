import { hostileRequests } from "../tests/site/hostile-requests"
import { countAnswer, noRequests, whatIsLeft } from "../tests/support/busy-people"
import { rowsOf } from "../tests/support/database-rows"
import { watchPage } from "../tests/support/page-watch"
import { startSite } from "../tests/support/site"
import { makeTemporaryFolder } from "../tests/support/temporary-folder"
import type { FaultReport } from "./faults"

/** How many are made at a time, and how many are on their way at once. */
const batch = 5_000
const clients = 12

/**
 * Sends requests that nobody means well with, to a site without limits, so that each comes as far as
 * it can. A user whom one of them created counts as an orphan.
 *
 * @param count A multiple of 5,000.
 */
export async function measureHostile(count: number): Promise<FaultReport> {
  const folder = await makeTemporaryFolder()
  const url = folder.sqlite("hostile")
  const site = await startSite({ DATABASE_URL: url, DEMO_LIMITS: "off" })
  const counts = noRequests()
  try {
    const endWatch = watchPage(site.origin)
    for (let sent = 0; sent < count; sent += batch) {
      const requests = hostileRequests(20_261_122 + sent, batch)
      const client = async () => {
        for (let request = requests.pop(); request; request = requests.pop()) {
          const status = await fetch(site.origin + request.path, {
            ...request.init,
            redirect: "manual",
          }).then(
            async (answer) => {
              await answer.arrayBuffer()
              return answer.status
            },
            () => 0,
          )
          countAnswer(counts, status)
        }
      }
      await Promise.all(Array.from({ length: clients }, client))
    }
    const longestMs = await endWatch()
    const { rowsLost } = await whatIsLeft(url, [])
    const users = Number((await rowsOf(url, 'SELECT COUNT(*) FROM "User"'))[0]?.[0])
    return { name: "hostile requests", ...counts, rowsLost, orphans: users, longestMs }
  } finally {
    await site.stop()
    await folder.remove()
  }
}
