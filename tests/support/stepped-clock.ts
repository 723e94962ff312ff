import { mkdtemp, rename, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "../../scripts/root"

/** An hour and a day, in milliseconds: how far clocks are usually set wrong. */
export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/**
 * A clock for a process of Node.js that can be set forward and back while it runs.
 *
 * @returns `environment` for that process, and what sets its clock to that many milliseconds from the
 *   machine's.
 */
export async function makeSteppedClock() {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-clock-"))
  const file = join(folder, "step")
  const step = async (milliseconds: number) => {
    // Renamed, so that nobody reads half of it.
    await writeFile(`${file}.new`, String(milliseconds))
    await rename(`${file}.new`, file)
  }
  await step(0)
  const preload = pathToFileURL(join(root, "tests/support/preload-clock.mjs"))
  return {
    environment: { NODE_OPTIONS: `--import=${preload}`, CLOCK_STEP_FILE: file },
    step,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
