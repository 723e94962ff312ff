import { ceremonies } from "../recording/ceremonies"

/** How long the parts of a ceremony took, in milliseconds. */
export type Durations = { options: number; authenticator: number; verification: number }

/**
 * How long the last ceremony took, as it was recorded: so the panel says the same everywhere.
 *
 * @returns `undefined` where nothing could be recorded.
 */
export function durationsOfLast(): Durations | undefined {
  const steps = ceremonies.get()[0]?.steps ?? []
  const [options, authenticator, verification] = ["options", "authenticator", "verification"].map(
    (what) => steps.find((step) => step.what === what)?.duration,
  )
  if (options === undefined || authenticator === undefined || verification === undefined)
    return undefined
  return { options, authenticator, verification }
}
