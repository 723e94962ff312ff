import type { Client } from "./sign-in"

/** One of those that are compared. */
export type Contestant = { name: string; clients: Client[] }

/** What a contestant did: its sign-ins a second in each round, and how many there were and failed. */
export type Result = { rates: number[]; signIns: number; failures: number }

/**
 * Lets contestants sign in by turns, A B A B: whatever else the machine does meets both.
 *
 * @param rounds How many turns each has.
 * @param signIns How many sign-ins a turn has, all clients together.
 * @returns Per contestant, in their order.
 */
export async function takeTurns(contestants: Contestant[], rounds: number, signIns: number) {
  const results = contestants.map((): Result => ({ rates: [], signIns: 0, failures: 0 }))
  for (let round = 0; round < rounds; round++) {
    for (const [index, { clients }] of contestants.entries()) {
      const { rate, failures } = await signInOften(clients, signIns)
      const result = results[index]
      if (!result) continue
      result.rates.push(rate)
      result.signIns += signIns
      result.failures += failures
    }
  }
  return results
}

async function signInOften(clients: Client[], signIns: number) {
  let left = signIns
  let failures = 0
  const start = performance.now()
  const work = clients.map(async (client) => {
    while (left-- > 0) if (!(await client.signIn().catch(() => false))) failures++
  })
  await Promise.all(work)
  return { rate: (signIns * 1_000) / (performance.now() - start), failures }
}

/** The middle of some figures; of an even number of them, the upper middle. */
export function median(figures: number[]): number {
  return [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? NaN
}
