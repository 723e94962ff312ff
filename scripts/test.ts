import { spawnSync } from "node:child_process"

/**
 * Runs every test, as `npm test` does. A part that fails doesn't keep the others from running, so
 * that one run tells everything that is wrong. All projects of Vitest are one part: each end of a run
 * would wait for its longest file with one core, and the next would start the databases again.
 */
const parts = ["test:node", "test:browser"]

const failed = parts.filter(
  (part) => spawnSync("npm", ["run", part], { stdio: "inherit", shell: true }).status !== 0,
)
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(", ")}`)
  process.exit(1)
}
