/** How long the parts of a ceremony took, in milliseconds. */
export type Durations = { options: number; authenticator: number; verification: number }

/**
 * Reads off the browser's own record of requests how long the last ceremony took: the two requests
 * to Auth.js, and between them the authenticator with the person.
 *
 * @param start When the ceremony began, by `performance.now()`.
 * @returns `undefined` where the browser kept no record.
 */
export function durationsSince(start: number): Durations | undefined {
  const requests = performance
    .getEntriesByType("resource")
    .filter((entry) => entry.startTime >= start)
  const options = requests.find(({ name }) => name.includes("/api/auth/webauthn-options/"))
  const callback = requests.find(({ name }) => name.includes("/api/auth/callback/"))
  if (!options || !callback) return undefined
  return {
    options: options.duration,
    authenticator: callback.startTime - (options.startTime + options.duration),
    verification: callback.duration,
  }
}
