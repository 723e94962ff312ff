import { existsSync } from "node:fs"
import { join } from "node:path"
import { root } from "../scripts/root"

/** Where a browser may be that somebody installed, most usual first. */
const installed = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"]

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
 * A Chromium to test in: `CHROMIUM` if set, one that is installed, or the one that came with npm,
 * which is unpacked once into `.cache/`.
 *
 * @returns The path of its executable.
 */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM ?? installed.find((path) => existsSync(path))
  if (given) return given
  process.env.TMPDIR = join(root, ".cache")
  const { mkdir } = await import("node:fs/promises")
  await mkdir(process.env.TMPDIR, { recursive: true })
  const { default: chromium } = await import("@sparticuz/chromium")
  return chromium.executablePath()
}
