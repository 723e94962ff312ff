import { setImmediate as turn } from "node:timers/promises"
import { expect, test } from "vitest"
import { refuseInTurn } from "./refusal-turns.mjs"

test("of refusals that come at once, a few are answered in each turn, in their order", async () => {
  const answered: number[] = []
  for (let i = 0; i < 10; i++) refuseInTurn(() => void answered.push(i))
  const counts: number[] = []
  while (answered.length < 10) {
    counts.push(answered.length)
    await turn()
  }
  expect(counts).toEqual([0, 4, 8])
  expect(answered).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  // The next one doesn't wait for any of them.
  refuseInTurn(() => void answered.push(10))
  await turn()
  expect(answered).toHaveLength(11)
})

test("no more than 1,000 wait", async () => {
  let answered = 0
  for (let i = 0; i < 1_010; i++) refuseInTurn(() => void answered++)
  expect(answered).toBe(10)
  while (answered < 1_010) await turn()
})
