import { existsSync } from "node:fs"

/**
 * A Firefox to test in: `FIREFOX` if set, or one that is installed, as Debian's packages do. It comes
 * with no npm package. `undefined` where there is none.
 */
export const firefoxPath =
  process.env.FIREFOX ||
  ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path))

/**
 * Whether there is a Firefox to test in.
 *
 * @throws {Error} Where it is missing in CI: there no browser is skipped.
 */
export function hasFirefox(): boolean {
  if (!firefoxPath && process.env.CI)
    throw new Error("Firefox is missing. In CI nothing is skipped: apt-get install firefox-esr.")
  return firefoxPath !== undefined
}
