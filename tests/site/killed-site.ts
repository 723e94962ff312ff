import { setTimeout as wait } from "node:timers/promises"
import { startPeople, whatIsLeft } from "../support/busy-people"
import { startSite } from "../support/site"
import { succeeded } from "../support/visitor"
import { seeded } from "./hostile-requests"
import { origin, proxied } from "./limited-site"

/** How many people register and sign in at once. */
const clients = 6
/** Each from a network of their own, so that no limit ends this. */
const addressOf = (person: number) => `10.${(person >> 8) & 255}.${person & 255}.7`
/** After so many answers of a process, at most, it is killed. */
const mostAnswers = 80

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
  const start = () => startSite({ ...proxied, DATABASE_URL: url })
  let site = await start()
  const people = startPeople({ origin, site: () => site.origin, clients, addressOf })
  const { counts } = people
  const answered = () => counts.sent - counts.cutOff
  const untilAnswered = async (answers: number) => {
    for (const end = answered() + answers; answered() < end; await wait(5));
  }
  try {
    for (let round = 0; round < rounds; round++) {
      await untilAnswered(Math.ceil(random() * mostAnswers))
      await site.killServer()
      site = await start()
    }
    await untilAnswered(mostAnswers)
    await people.end()
    let lockedOut = 0
    // The newest of each: with one sign-in each, the oldest prove no more.
    for (const visitor of [...people.registered.values()].slice(-20)) {
      visitor.leave()
      if (!succeeded(await visitor.signIn(site.origin))) lockedOut++
    }
    const left = await whatIsLeft(url, people.registered.keys())
    return { ...counts, ...left, registered: people.registered.size, lockedOut }
  } finally {
    await people.end()
    await site.stop()
  }
}
