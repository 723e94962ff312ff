import type { Ceremony, ExplainedKind, RecordedStep } from "../recording/ceremony"
import recorded from "./recorded-ceremonies.json"

/**
 * A registration and a sign-in as they happened on this site, on `http://localhost:3000`, in Chromium
 * with its virtual authenticator, on 22 November 2026.
 */
export const recordedCeremonies = recorded as Record<ExplainedKind, Ceremony>

/**
 * Returns a step of the recorded ceremonies.
 *
 * @throws {Error} If there's no such step: a page asks for the wrong one.
 */
export function recordedStep(kind: ExplainedKind, what: RecordedStep["what"]): RecordedStep {
  const step = recordedCeremonies[kind].steps.find((step) => step.what === what)
  if (!step) throw new Error(`The recorded ${kind} has no step ${what}.`)
  return step
}
