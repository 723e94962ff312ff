import { afterEach, expect, test, vi } from "vitest"
import { inTurn, maxAtOnce } from "./request-queue"
import type { Visitor } from "./visitor"

const from = (name: string): Visitor => ({ networks: [{ prefix: "/32", name }] })

/** Work that lasts until it is told to end. */
function job() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  return { work: () => ended, end }
}

afterEach(() => void vi.useRealTimers())

test("a network with many requests does not make another wait for all of them", async () => {
  const jobs = Array.from({ length: maxAtOnce }, job)
  const working = jobs.map(({ work }) => inTurn(from("flood"), work))
  const order: string[] = []
  const note = (who: string) => async () => void order.push(who)
  const waiting = Array.from({ length: 100 }, () => inTurn(from("flood"), note("flood")))
  waiting.push(inTurn(from("other flood"), note("other flood")))
  waiting.push(inTurn(from("newcomer"), note("newcomer")))
  waiting.push(inTurn({ ...from("flood"), returning: "member" }, note("member")))
  expect(order).toEqual([])
  for (const { end } of jobs) end()
  await Promise.all([...working, ...waiting])
  expect(order).toHaveLength(103)
  expect(order.indexOf("member")).toBeLessThan(3)
  expect(order.indexOf("newcomer")).toBeLessThan(6)
})

test("a turn that does not come is given up, and what comes later is done", async () => {
  vi.useFakeTimers()
  const jobs = Array.from({ length: maxAtOnce }, job)
  const working = jobs.map(({ work }) => inTurn(from("slow"), work))
  const late = inTurn(from("late"), async () => "done")
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await late).toBeUndefined()
  for (const { end } of jobs) end()
  await Promise.all(working)
  expect(await inTurn(from("later"), async () => "done")).toBe("done")
})

test("work that fails gives its turn to the next", async () => {
  const fail = () => Promise.reject(new Error("It failed."))
  for (let i = 0; i <= maxAtOnce; i++)
    await expect(inTurn(from("a"), fail)).rejects.toThrow("failed")
  expect(await inTurn(from("b"), async () => "done")).toBe("done")
})
