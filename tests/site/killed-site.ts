import { setTimeout as wait } from "node:timers/promises"
import { startPeople, whatIsLeft } from "../support/busy-people"
import { startSite } from "../support/site"
import { succeeded } from "../support/visitor"
import { seeded } from "./hostile-requests"
import { origin, proxied } from "./limited-site"

/** How many people register and sign in at once. */
const clients = 6
/** Between these, in milliseconds after the site is up, it is killed. */
const earliestMs = 150
const latestMs = 1_500

/**
 * Kills the site's server with SIGKILL in the middle of registrations and sign-ins, starts it again on
 * the same database, and so on.
 *
 * @param rounds How often.
 * @param seed Of the moments.
 * @returns What people's requests came to, what is left of what they were told, and how many of those
 *   who were told that they are registered could not sign in afterwards.
 */
export async function killAgainAndAgain(url: string, rounds: number, seed: number) {
  const random = seeded(seed)
  const start = () => startSite({ ...proxied, DATABASE_URL: url, DEMO_LIMITS: "off" })
  let site = await start()
  const people = startPeople({ origin, site: () => site.origin, clients })
  try {
    for (let round = 0; round < rounds; round++) {
      await wait(earliestMs + random() * (latestMs - earliestMs))
      await site.killServer()
      site = await start()
    }
    await wait(latestMs)
    await people.end()
    let lockedOut = 0
    // The newest of each: with one sign-in each, the oldest prove no more.
    for (const visitor of [...people.registered.values()].slice(-20)) {
      visitor.leave()
      if (!succeeded(await visitor.signIn(site.origin))) lockedOut++
    }
    const left = await whatIsLeft(url, people.registered.keys())
    return { ...people.counts, ...left, registered: people.registered.size, lockedOut }
  } finally {
    await people.end()
    await site.stop()
  }
}
