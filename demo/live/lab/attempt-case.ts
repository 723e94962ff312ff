import type { CaseName } from "./case-names"
import { experiments } from "./experiments"
import { LabError } from "./lab-requests"
import { outcomeOf, type Observation } from "./observation"
import type { Outcome } from "./outcomes"

export { LabResult } from "./lab-result"

/** One case at a time: they share two accounts and their challenges. */
let before: Promise<unknown> = Promise.resolve()

type Attempted =
  { observation: Observation; outcome: Outcome; message?: undefined } | { message: string }

/** Tries a case. Returns how it ended and what was seen, or why it couldn't be tried. */
export async function attemptCase(name: CaseName): Promise<Attempted> {
  if (!window.isSecureContext)
    return { message: "Passkeys need https or http://localhost. Open this page there." }
  const current = before.then(experiments[name])
  before = current.catch(() => {})
  try {
    const observation = await current
    const outcome = outcomeOf(observation)
    if (outcome) return { observation, outcome }
    return { message: `Auth.js answered error=${observation.exchange?.error}.` }
  } catch (error) {
    // A browser may lack what the practice passkey is made of, and has its own words for it.
    const { name: kind, message } = error as Error
    return { message: error instanceof LabError ? message : `${kind}: ${message}` }
  }
}
