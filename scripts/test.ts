import { spawnSync } from "node:child_process"

/**
 * Runs every test, as `npm test` does. A part that fails doesn't keep the others from running, so
 * that one run tells everything that is wrong.
 */
const parts = ["test:unit", "test:databases", "test:errors", "test:site", "test:browser"]

const failed = parts.filter(
  (part) => spawnSync("npm", ["run", part], { stdio: "inherit", shell: true }).status !== 0,
)
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(", ")}`)
  process.exit(1)
}
