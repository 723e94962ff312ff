import { EventEmitter } from "node:events"
import type { IncomingMessage, ServerResponse } from "node:http"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { UnfinishedCeremonies } from "./unfinished-ceremonies.mjs"

const minuteMs = 60_000
let ceremonies: UnfinishedCeremonies

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] })
  ceremonies = new UnfinishedCeremonies()
})

afterEach(() => vi.useRealTimers())

/** One exchange: the challenge cookie that came, and the one that was set. */
function exchange(came: string | undefined, set: string | undefined) {
  const req = { headers: { cookie: came && `authjs.challenge=${came}` } }
  const setCookie = set && [`authjs.challenge=${set}; Path=/; HttpOnly`]
  const res = Object.assign(new EventEmitter(), { getHeader: () => setCookie })
  ceremonies.watch(req as IncomingMessage, res as unknown as ServerResponse)
  res.emit("close")
}

test("a ceremony is open until its challenge comes back, or a minute has passed", () => {
  exchange(undefined, "one")
  exchange(undefined, "two")
  expect(ceremonies.size).toBe(2)
  exchange("one", undefined)
  expect(ceremonies.size).toBe(1)
  vi.advanceTimersByTime(minuteMs + 1)
  expect(ceremonies.size).toBe(0)
})

test("one that began after 10,000 abandoned ones is remembered", () => {
  for (let i = 0; i < 10_000; i++) exchange(undefined, `robot-${i}`)
  vi.advanceTimersByTime(minuteMs - 1_000)
  exchange(undefined, "person")
  expect(ceremonies.size).toBe(10_000)
  vi.advanceTimersByTime(2_000)
  expect(ceremonies.size).toBe(1)
})

test("abandoned ones do not stay in memory", () => {
  for (let i = 0; i < 20_000; i++) {
    exchange(undefined, `robot-${i}`)
    vi.advanceTimersByTime(60)
  }
  expect(ceremonies.size).toBeLessThan(1_002)
  exchange(undefined, "person")
  expect(ceremonies.size).toBeLessThan(1_002)
  exchange("person", undefined)
  vi.advanceTimersByTime(minuteMs)
  expect(ceremonies.size).toBe(0)
})
