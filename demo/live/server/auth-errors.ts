import { describeError, logger } from "../../recipes/logger/auth-logger"
import { noteError } from "../../recipes/request-log/request-log"
import { DatabaseFault, isDatabaseFault } from "./database-fault"
import { captureError } from "./lab/captured-log"

/** How often Auth.js has logged since the start that the database was at fault. */
let faults = 0

// The starter's logger also says what did not match in a ceremony: in part, what a visitor sent. The
// demo's visitors are strangers, and stay out of its log.
logger.error = (error) => {
  if (isDatabaseFault(error)) faults++
  captureError(error)
  noteError(error)
  console.error(`auth: ${describeError(error)}`)
}

/**
 * Runs work of Auth.js. When its adapter fails, Auth.js logs the error and answers with "signed out"
 * or `error=Configuration`, as it does for a passkey that it does not know.
 *
 * @param hasFailed Whether a result is one that Auth.js also gives when its adapter fails.
 * @throws {DatabaseFault} When the work failed, and the database was at fault meanwhile. (At fault
 *   in this work or in another: to tell them apart, each promise would have to be followed.)
 */
export async function withDatabaseFaults<T>(
  work: () => Promise<T>,
  hasFailed: (result: T) => boolean,
): Promise<T> {
  const before = faults
  const result = await work()
  if (faults > before && hasFailed(result)) throw new DatabaseFault()
  return result
}

/** Logs why a request failed, by names and codes. What a `DatabaseFault` was, Auth.js has logged. */
export function logFailure(error: unknown): void {
  if (error instanceof DatabaseFault) return
  if (error instanceof Error) noteError(error)
  console.error(`demo: ${error instanceof Error ? describeError(error) : typeof error}`)
}

/** Whether `auth()` returned no session. It does so as well when the database does not answer. */
export const isNobody = (session: unknown): boolean => session === null
