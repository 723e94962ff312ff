import { setTimeout as wait } from "node:timers/promises"
import { CountedVisitor, countAnswer, noRequests } from "../support/busy-people"
import { watchPage } from "../support/page-watch"
import { startSite } from "../support/site"
import { succeeded } from "../support/visitor"
import { answered, startFlood } from "./flood"
import { origin, proxied } from "./limited-site"

type Options = {
  /** Of the database. */
  url: string
  /** How many networks flood the site, with one address each. */
  networks: number
  /** How long it is quiet, and then flooded. */
  seconds: number
  /** How many requests of the flood are on their way at any time. */
  clients: number
}

/** How long after somebody came the next comes, in milliseconds. */
const everyMs = 100
/** How long, in milliseconds, a flood of one address may take to be refused: less than a count lasts. */
const latestRefusalMs = 40_000
/** How many people sign in again and again. */
const memberCount = 20
/** How long, in seconds, they come before anything is measured: code that is new to a process is slow. */
const warmUpSeconds = 2

/**
 * Lets newcomers register, and people with a passkey sign in, while it is quiet and then while others
 * flood the site.
 */
export async function floodAndQuiet({ url, networks, seconds, clients }: Options) {
  const site = await startSite({ ...proxied, DATABASE_URL: url })
  try {
    const counts = noRequests()
    const times: number[] = []
    const registered: string[] = []
    // Several, since one passkey may sign in thirty times a minute.
    const members = Array.from(
      { length: memberCount },
      (_, i) => new CountedVisitor(origin, `198.51.100.${i}`, counts, times),
    )
    for (const [i, member] of members.entries()) {
      await member.register(site.origin, `member-${i}`)
      registered.push(`member-${i}@passkeys.example`)
    }
    /** Of how many who came, for how many it ended well. */
    const newcomers: [number, number] = [0, 0]
    const signIns: [number, number] = [0, 0]

    /** Lets them come for a while. Returns how long each of their requests took. */
    const come = async (seconds: number) => {
      const before = times.length
      for (const end = Date.now() + seconds * 1_000; Date.now() < end; await wait(everyMs)) {
        const name = `new-${++newcomers[1]}`
        const address = `192.${newcomers[1] >> 8}.${newcomers[1] & 255}.9`
        const newcomer = new CountedVisitor(origin, address, counts, times)
        if (succeeded(await newcomer.register(site.origin, name))) {
          newcomers[0]++
          registered.push(`${name}@passkeys.example`)
        }
        const member = members[signIns[1]++ % memberCount]
        if (member && succeeded(await member.signIn(site.origin))) signIns[0]++
      }
      return times.slice(before)
    }

    await come(warmUpSeconds)
    const quiet = await come(seconds)
    const addresses = Array.from({ length: networks }, (_, i) => `10.${i >> 8}.${i & 255}.7`)
    const endWatch = watchPage(site.origin)
    const running = startFlood({ site: site.origin, addresses, clients })
    await wait(warmUpSeconds * 1_000)
    // One address alone is soon over its limit. What is measured is the flood that is refused.
    const deadline = Date.now() + latestRefusalMs
    while (networks === 1 && !running.counts().statuses[429] && Date.now() < deadline)
      await wait(50)
    const [answeredBefore, start] = [answered(running.counts()), performance.now()]
    const flooded = await come(seconds)
    const answeredMeanwhile = answered(running.counts()) - answeredBefore
    const floodPerSecond = (answeredMeanwhile / (performance.now() - start)) * 1_000
    const { statuses } = await running.stop()
    const flood = noRequests()
    for (const [status, answers] of Object.entries(statuses))
      for (let i = 0; i < answers; i++) countAnswer(flood, Number(status))
    return {
      flood,
      /** How many requests of the flood were answered per second while the others were measured. */
      floodPerSecond,
      others: {
        registered,
        newcomers,
        signIns,
        /** The longest time that a static page took meanwhile. */
        longestMs: await endWatch(),
        /** The 95th percentile of how long their requests took, in milliseconds. */
        quietMs: percentile95(quiet),
        floodedMs: percentile95(flooded),
      },
    }
  } finally {
    await site.stop()
  }
}

const percentile95 = (times: number[]) =>
  [...times].sort((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? NaN
