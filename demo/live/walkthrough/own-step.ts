import type { Ceremony, RecordedStep } from "../recording/ceremony"

export type OwnStep = { ceremony: Ceremony; step: RecordedStep }

/**
 * Returns a step that the reader has completed: of a ceremony that succeeded before one that did not, of
 * a later before an earlier one. `undefined` if there is none.
 */
export function ownStep(
  own: readonly Ceremony[],
  kind: Ceremony["kind"],
  what: RecordedStep["what"],
): OwnStep | undefined {
  const succeeded = (ceremony: Ceremony) => Number(ceremony.outcome.state === "succeeded")
  const candidates = own
    .filter((ceremony) => ceremony.kind === kind)
    .sort((a, b) => succeeded(b) - succeeded(a))
  for (const ceremony of candidates) {
    const step = ceremony.steps.find((step) => step.what === what && isDone(step, ceremony))
    if (step) return { ceremony, step }
  }
  return undefined
}

function isDone(step: RecordedStep, { outcome }: Ceremony): boolean {
  const failedHere = outcome.state === "failed" && outcome.at === step.what
  return step.duration !== undefined && !step.error && !failedHere
}
