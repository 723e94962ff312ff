import { showDuration } from "../../../components/show-duration"
import type { Ceremony, RecordedStep } from "../recording/ceremony"

/** What a picture shows of a step: how it is, and that in words or how long it took. */
export type StepState = { state: "running" | "done" | "failed"; text: string }

/** The steps of a ceremony that have begun. */
export function stepStates(ceremony: Ceremony | undefined): Map<RecordedStep["what"], StepState> {
  const states = new Map<RecordedStep["what"], StepState>()
  if (!ceremony) return states
  const { steps, outcome } = ceremony
  for (const { what, duration } of steps) {
    if (outcome.state === "failed" && outcome.at === what)
      states.set(what, { state: "failed", text: "failed" })
    else if (duration !== undefined)
      states.set(what, { state: "done", text: showDuration(duration) })
    else if (outcome.state === "running")
      states.set(what, { state: "running", text: "in progress" })
  }
  return states
}
