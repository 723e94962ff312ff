import type { Visitor } from "./visitor"

/** How many requests to Auth.js are worked on at a time: enough to keep processor and database busy. */
export const maxAtOnce = 32

/** How long, in milliseconds, a request waits for its turn. */
const maxWaitMs = 5_000

type Waiting = { begin: () => void; gaveUp: boolean }

/** Those who wait, by network or account. A `Map` keeps the order in which its keys were added. */
type Queues = Map<string, Waiting[]>

const strangers: Queues = new Map()
const returning: Queues = new Map()
let atWork = 0
let isTurnOfReturning = true

/**
 * Does some work for a visitor. When there is more than the process can do, visitors take turns by
 * network: whoever sends a thousand requests waits a thousand turns, and whoever sends one waits one.
 * Every second turn belongs to those who have signed in before.
 *
 * @returns What the work comes to, or `undefined` where its turn did not come within five seconds.
 * @throws {Error} What the work throws.
 */
export async function inTurn<T>(visitor: Visitor, work: () => Promise<T>): Promise<T | undefined> {
  if (atWork < maxAtOnce) atWork++
  else if (!(await turnOf(visitor))) return undefined
  try {
    return await work()
  } finally {
    const next = takeNext()
    if (next) next.begin()
    else atWork--
  }
}

/** Waits. Returns whether the turn came. */
function turnOf(visitor: Visitor): Promise<boolean> {
  const queues = visitor.returning ? returning : strangers
  const who = visitor.returning ?? visitor.networks[0]?.name ?? ""
  return new Promise((resolve) => {
    const waiting: Waiting = {
      gaveUp: false,
      begin() {
        clearTimeout(timer)
        resolve(true)
      },
    }
    const timer = setTimeout(() => {
      waiting.gaveUp = true
      resolve(false)
    }, maxWaitMs)
    const queue = queues.get(who)
    if (queue) queue.push(waiting)
    else queues.set(who, [waiting])
  })
}

function takeNext(): Waiting | undefined {
  isTurnOfReturning = !isTurnOfReturning
  const [first, second] = isTurnOfReturning ? [returning, strangers] : [strangers, returning]
  return takeFrom(first) ?? takeFrom(second)
}

/** Takes the next from the queue that has not been served for longest, which then goes to the end. */
function takeFrom(queues: Queues): Waiting | undefined {
  for (const [who, queue] of queues) {
    queues.delete(who)
    const waiting = queue.filter(({ gaveUp }) => !gaveUp)
    const next = waiting.shift()
    if (waiting.length > 0) queues.set(who, waiting)
    if (next) return next
  }
  return undefined
}
