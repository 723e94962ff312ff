// @ts-check
import convert from "npm-to-yarn"

/**
 * How each runs a program of a package that is installed, which `npx` does. For `npx`, `npm-to-yarn`
 * would fetch the program anew.
 *
 * @type {Record<string, string>}
 */
const runners = { npm: "npx", pnpm: "pnpm exec", yarn: "yarn", bun: "bunx" }

/**
 * How each runs the newest `create-…` package, or the version that is named, without installing it.
 * Yarn 1 has no other way to run a package that isn't installed.
 *
 * @type {Record<string, string>}
 */
const creators = { pnpm: "pnpm create ", yarn: "yarn create ", bun: "bun create " }

/** The file in which each keeps the versions that it installed. */
export const lockFiles = {
  npm: "package-lock.json",
  pnpm: "pnpm-lock.yaml",
  yarn: "yarn.lock",
  bun: "bun.lock",
}

/**
 * A command of npm, or of `npx`, in the words of another package manager.
 *
 * @param {string} command
 * @param {string} packageManager `npm`, `pnpm`, `yarn` or `bun`.
 * @returns {string}
 */
export function translateCommand(command, packageManager) {
  const creator = creators[packageManager]
  if (creator && command.startsWith("npx create-")) return command.replace("npx create-", creator)
  if (command.startsWith("npx ")) return command.replace("npx", runners[packageManager] ?? "npx")
  const manager = /** @type {"npm" | "pnpm" | "yarn" | "bun"} */ (packageManager)
  return command && convert(command, manager)
}
