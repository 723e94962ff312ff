import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { root } from "../../scripts/root"

/** Without these, Chromium as root does not start, or looks for its maker's servers at every start. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/**
 * A Chromium to test in: the one that came with npm, which is unpacked once into `.cache/`, or
 * `CHROMIUM` if set. Not one that happens to be installed: tests depend on nothing outside.
 *
 * @returns The path of its executable.
 */
export async function findChromium(): Promise<string> {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const { TMPDIR } = process.env
  process.env.TMPDIR = join(root, ".cache")
  try {
    await mkdir(process.env.TMPDIR, { recursive: true })
    const { default: chromium } = await import("@sparticuz/chromium")
    return await chromium.executablePath()
  } finally {
    // Other temporary files do not belong in the checkout.
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}
