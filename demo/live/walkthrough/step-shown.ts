import type { Ceremony, RecordedStep } from "../recording/ceremony"
import { recordedCeremonies } from "./recorded-ceremonies"

/** A step to show: the reader's own, or the recorded one. */
export type StepShown = { ceremony: Ceremony; step: RecordedStep; isOwn: boolean }

/**
 * The reader's own step if they have done it: of a ceremony that succeeded before one that did not,
 * of a later before an earlier one. Else the recorded one.
 */
export function stepShown(
  own: readonly Ceremony[],
  kind: Ceremony["kind"],
  what: RecordedStep["what"],
): StepShown {
  const succeeded = (ceremony: Ceremony) => Number(ceremony.outcome.state === "succeeded")
  const candidates = own
    .filter((ceremony) => ceremony.kind === kind)
    .sort((a, b) => succeeded(b) - succeeded(a))
  for (const ceremony of candidates) {
    const step = ceremony.steps.find((step) => step.what === what && isDone(step, ceremony))
    if (step) return { ceremony, step, isOwn: true }
  }
  const ceremony = recordedCeremonies[kind]
  const step = ceremony.steps.find((step) => step.what === what)
  if (!step) throw new Error(`The recorded ${kind} has no step ${what}.`)
  return { ceremony, step, isOwn: false }
}

function isDone(step: RecordedStep, { outcome }: Ceremony): boolean {
  const failedHere = outcome.state === "failed" && outcome.at === step.what
  return step.duration !== undefined && !step.error && !failedHere
}
