import { fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"

/** What a flood has sent so far, and how it was answered. */
export type FloodCounts = {
  posts: number
  options: number
  /** Requests by the status of their answer; 0: no answer. */
  statuses: Record<number, number>
}

export type FloodOrder = {
  /** The address of the site's process. The site stands behind one proxy (`TRUST_PROXY=1`). */
  site: string
  /** The addresses that the requests come from, by turns. */
  addresses: string[]
  /** How many requests are on their way at any time. */
  clients: number
}

const sender = fileURLToPath(new URL("flood-sender.ts", import.meta.url))

/**
 * Sends bogus registrations and requests for options, by turns, until it is stopped. A process of its own
 * sends them, with the lowest priority: it doesn't delay what this process measures, and takes little of
 * the processors that the site needs, as if it were another machine.
 */
export function startFlood({
  clients = 8,
  ...order
}: Omit<FloodOrder, "clients"> & { clients?: number }) {
  const child = fork(sender, { execArgv: ["--import", "tsx"] })
  let counts: FloodCounts = { posts: 0, options: 0, statuses: {} }
  child.on("message", (report: FloodCounts) => (counts = report))
  const ended = once(child, "disconnect")
  child.send({ ...order, clients } satisfies FloodOrder)
  return {
    /** What it has done, as of a moment ago. */
    counts: () => counts,
    /**
     * Stops it, and waits for the answers that are still to come.
     *
     * @returns All that it has done.
     * @throws {Error} If it ended by itself.
     */
    async stop(): Promise<FloodCounts> {
      if (!child.connected) throw new Error("The flood has ended by itself.")
      child.send("stop")
      await ended
      return counts
    },
  }
}

/** How many requests were answered, whatever the answer. */
export const answered = ({ posts, options }: FloodCounts) => posts + options
