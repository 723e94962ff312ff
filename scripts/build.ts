import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { compressAssets } from "./compress-assets"
import { generate } from "./generate"
import { runNext } from "./next"
import { root } from "./root"

/** What a build depends on. A folder stands for all that is in it. */
const inputs = [
  "pages",
  "components",
  "demo",
  "prisma",
  "plugins",
  "public",
  "theme.config.tsx",
  "next.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  // Each page's foot is made from it.
  "tests/verified.json",
]

/**
 * Made by `generate()` and `generateForMoves()` from inputs that count already. The quick start's schema is
 * its own.
 */
const generated = [
  /^demo\/(starter|recipes\/[^/]+)\/(generated|(?<!recipes\/(?:quick-start|rate-limits)\/)prisma)\//,
  /^demo\/recipes\/move-[^/]+\/prisma\.ts$/,
]

/**
 * Builds the site, unless the build that is there was made from the same files.
 *
 * @returns Whether it built.
 * @throws {Error} When the build fails; what is wrong has been printed by then.
 */
export async function build(): Promise<boolean> {
  await generate()
  const stamp = join(root, ".next/inputs")
  const wanted = await digest()
  if (existsSync(stamp) && (await readFile(stamp, "utf8")) === wanted) return false
  // Tests build too, with another NODE_ENV.
  const { code } = await runNext(["build", "--webpack"], { NODE_ENV: "production" })
  if (code !== 0) throw new Error("The site was not built. What is wrong stands above.")
  await compressAssets(join(root, ".next/static"))
  await writeFile(stamp, wanted)
  return true
}

async function digest(): Promise<string> {
  const hash = createHash("sha256").update(process.version)
  for (const file of await inputFiles())
    hash.update(`\0${file}\0`).update(await readFile(join(root, file)))
  return hash.digest("hex")
}

/** The files that a build depends on: their paths from the top. */
export const inputFiles = async (): Promise<string[]> =>
  (await Promise.all(inputs.map(filesOf))).flat()

async function filesOf(path: string): Promise<string[]> {
  if (!existsSync(join(root, path))) return []
  if (/\.\w+$/.test(path)) return [path]
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((file) => !generated.some((pattern) => pattern.test(file)))
    .sort()
}

if (process.argv[1] === import.meta.filename) {
  try {
    console.log((await build()) ? "Built." : "The build is up to date.")
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
