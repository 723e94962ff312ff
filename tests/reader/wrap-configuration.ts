/** The call that a diff changes, and what it becomes: `NextAuth(config)` and `NextAuth(extra(config))`. */
const removedCall = /^-.*\bNextAuth\(config\)$/m
const addedCall = /^\+.*\bNextAuth\((?<wrapper>\w+\(.*)\)$/m

/** What an app passes to `NextAuth()`, to the end of its line or over several lines. */
const presentCall = /\bNextAuth\((?<present>[^]*)\)\n/

/**
 * Puts an extra around those that the app has. Each page shows the change for an app without extras,
 * and says in words that the extra goes around others.
 *
 * @returns The changed text, or `undefined` when the diff is another change.
 */
export function wrapConfiguration(text: string, diff: string): string | undefined {
  const wrapper = removedCall.test(diff) && addedCall.exec(diff)?.groups?.wrapper
  const present = presentCall.exec(text)?.groups?.present
  if (!wrapper || !present || present === "config") return undefined
  return text.replace(`NextAuth(${present})`, () => {
    const wrapped = wrapper.replace(/\bconfig\b/, () => present.trim().replace(/,$/, ""))
    return `NextAuth(${wrapped})`
  })
}
