import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { watchClock } from "./clock-watch"

const minuteMs = 60_000

beforeEach(() => vi.useFakeTimers({ toFake: ["Date", "performance"], now: 1_000_000_000 }))
afterEach(() => void vi.useRealTimers())

/** Time goes by, for the clock as for timers. */
const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds)

/** Somebody sets the clock. */
const set = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

test("a clock that nobody sets is trusted, also after a long time", () => {
  const isTrusted = watchClock()
  for (let day = 0; day < 3; day++) {
    expect(isTrusted()).toBe(true)
    pass(24 * 60 * minuteMs)
  }
})

test.each([
  ["forward", 24 * 60],
  ["back", -60],
])("one that was set %s is trusted again after an hour", (_, minutes) => {
  const isTrusted = watchClock()
  set(minutes * minuteMs)
  expect(isTrusted()).toBe(false)
  pass(59 * minuteMs)
  expect(isTrusted()).toBe(false)
  pass(2 * minuteMs)
  expect(isTrusted()).toBe(true)
})

test("one that is set right begins another hour", () => {
  const isTrusted = watchClock()
  set(60 * minuteMs)
  expect(isTrusted()).toBe(false)
  pass(50 * minuteMs)
  set(-60 * minuteMs)
  pass(20 * minuteMs)
  expect(isTrusted()).toBe(false)
  pass(41 * minuteMs)
  expect(isTrusted()).toBe(false)
  pass(20 * minuteMs)
  expect(isTrusted()).toBe(true)
})

test("NTP's small corrections change nothing", () => {
  const isTrusted = watchClock()
  set(400)
  expect(isTrusted()).toBe(true)
})
