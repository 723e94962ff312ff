import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { root } from "../../scripts/root"

/**
 * The one stand-in for what the reader's commands download from hosts that are out of reach here:
 * Prisma's schema engine (in offline-prisma.ts), the fonts of create-next-app, and the script of the
 * built-in sign-in page. Nothing else of a page is replaced.
 */

const fontsOf = (families: string[]) =>
  Object.fromEntries(
    families.map((family) => [
      `https://fonts.googleapis.com/css2?family=${family.replace(" ", "+")}:wght@100..900&display=swap`,
      `@font-face { font-family: "${family}"; font-weight: 100 900; src: local("Arial"); }`,
    ]),
  )

/**
 * The environment for the reader's commands.
 *
 * @param folder Where the answers for `next/font/google` are written: not the reader's own folder.
 */
export async function offlineEnvironment(folder: string) {
  // Not .js: the folder may be in an ES module package.
  const fonts = join(folder, "google-fonts.cjs")
  const answers = JSON.stringify(fontsOf(["Geist", "Geist Mono"]))
  await writeFile(fonts, `module.exports = ${answers}\n`)
  return {
    NEXT_FONT_GOOGLE_MOCKED_RESPONSES: fonts,
    // Prisma's commands download their engines at once. `generate` never runs them: any file will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    // The second one is Prisma 6's.
    PRISMA_QUERY_ENGINE_LIBRARY: process.execPath,
  }
}

/** The built-in sign-in page loads SimpleWebAuthn from unpkg. Here it comes from node_modules. */
export async function answerForUnpkg(page: Page) {
  const script = join(root, "node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js")
  await page.route("https://unpkg.com/@simplewebauthn/browser@*/dist/bundle/*", (route) =>
    route.fulfill({ path: script, headers: { "Access-Control-Allow-Origin": "*" } }),
  )
}
