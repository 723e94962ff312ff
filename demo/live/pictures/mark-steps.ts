import type { Ceremony, RecordedStep } from "../recording/ceremony"
import { stepStates } from "./step-states"

/**
 * Lights up the steps of a picture, and writes how long each took. The picture is the server's HTML,
 * which React doesn't know: see components/picture/picture.tsx.
 *
 * @param ceremony The reader's own, or `undefined` before there is one.
 */
export function markSteps(picture: Element | null, ceremony: Ceremony | undefined): void {
  const states = stepStates(ceremony)
  for (const step of picture?.querySelectorAll<HTMLElement | SVGElement>("[data-step]") ?? []) {
    const { state = "", text = "" } = states.get(step.dataset.step as RecordedStep["what"]) ?? {}
    step.dataset.state = state
    const duration = step.querySelector("[data-duration]")
    if (duration) duration.textContent = text
  }
}
