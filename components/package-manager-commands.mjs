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
 * A command of npm, or of `npx`, in the words of another package manager.
 *
 * @param {string} command
 * @param {string} packageManager `npm`, `pnpm`, `yarn` or `bun`.
 * @returns {string}
 */
export function translateCommand(command, packageManager) {
  if (command.startsWith("npx ")) return command.replace("npx", runners[packageManager] ?? "npx")
  const manager = /** @type {"npm" | "pnpm" | "yarn" | "bun"} */ (packageManager)
  return command && convert(command, manager)
}
