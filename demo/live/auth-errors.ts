import { AsyncLocalStorage } from "node:async_hooks"
import { AuthError } from "next-auth"
import { describeError, logger } from "../starter/auth-logger"
import { isDatabaseFault } from "./database-fault"

/** What Auth.js logged in the work that is under way. */
const logged = new AsyncLocalStorage<Error[]>()

// The starter's logger also says what did not match in a ceremony: in part, what a visitor sent. The
// demo's visitors are strangers, and stay out of its log.
logger.error = (error) => {
  logged.getStore()?.push(error)
  console.error(`auth: ${describeError(error)}`)
}

/**
 * Runs work of Auth.js. When its adapter fails, Auth.js logs the error and answers with "signed out"
 * or `error=Configuration`, as it does for a passkey that it does not know.
 *
 * @throws {Error} The error that was logged, if the database was at fault.
 */
export async function withDatabaseFaults<T>(work: () => Promise<T>): Promise<T> {
  const errors: Error[] = []
  const result = await logged.run(errors, work)
  const fault = errors.find(isDatabaseFault)
  if (fault) throw fault
  return result
}

/** Logs why a request failed, by names and codes. What Auth.js threw, it has logged. */
export function logFailure(error: unknown): void {
  if (error instanceof AuthError) return
  console.error(`demo: ${error instanceof Error ? describeError(error) : typeof error}`)
}
