import { expect, test } from "vitest"
import { recordedCeremonies } from "../walkthrough/recorded-ceremonies"
import { stepStates } from "./step-states"

const { registration } = recordedCeremonies
const [options, prompt] = registration.steps
if (!options || !prompt) throw new Error("The recording is not whole.")

test("before there is a ceremony, no step has a state", () => {
  expect(stepStates(undefined).size).toBe(0)
})

test("a step that goes on is in progress, and one that is done has its time", () => {
  const { duration, ...goingOn } = prompt
  expect(duration).toBeGreaterThan(0)
  const running = {
    ...registration,
    steps: [{ ...options, duration: 12.4 }, goingOn],
    outcome: { state: "running" as const },
  }
  expect([...stepStates(running)]).toEqual([
    ["options", { state: "done", text: "12 ms" }],
    ["authenticator", { state: "running", text: "in progress" }],
  ])
  // The page was left meanwhile: nothing goes on any more.
  const abandoned = { ...running, outcome: { state: "abandoned" as const } }
  expect([...stepStates(abandoned).keys()]).toEqual(["options"])
})

test("the step that failed says so", () => {
  const failed = {
    ...registration,
    steps: [options, prompt],
    outcome: { state: "failed" as const, at: "authenticator" as const, reason: "cancelled" },
  }
  expect(stepStates(failed).get("authenticator")).toEqual({ state: "failed", text: "failed" })
})
