import { createHash } from "node:crypto"
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"

/** How long one waits for another who does the same. On a busy machine, installing takes a minute. */
const othersTimeoutMs = 180_000

/** What npm makes a folder's packages from, and what it has made of it before. */
const inputs = ["package.json", "package-lock.json", ".npmrc", "node_modules/.package-lock.json"]
/** What npm writes beside `node_modules/`. */
const outputs = ["package.json", "package-lock.json"]

/**
 * Runs `npm install`, unless somebody in this run has run it with the same words on the same files: then
 * their packages are linked, and what npm printed for them is printed again. Linux only.
 *
 * @param npm    The program, which is npm's.
 * @param shared A folder for what has been installed, on the same disk.
 * @param words  What stands after `npm`.
 * @param folder Where it's run.
 * @returns What was printed, and npm's exit code.
 */
export async function installOnce(npm: string, shared: string, words: string[], folder: string) {
  const place = join(shared, await keyOf(words, folder))
  const printed = join(place, "printed")
  if (await isFirst(place)) {
    const installed = await run(npm, words, folder)
    if (installed.code !== 0) {
      await rm(place, { recursive: true })
      return installed
    }
    await copyInstalled(folder, place)
    // Whoever finds it finds all the rest.
    await writeFile(`${printed}.new`, installed.output)
    await rename(`${printed}.new`, printed)
    return installed
  }
  const deadline = Date.now() + othersTimeoutMs
  while (!existsSync(printed) && existsSync(place) && Date.now() < deadline) await wait(100)
  // The other failed, and this one says why.
  if (!existsSync(printed)) return run(npm, words, folder)
  await copyInstalled(place, folder)
  return { code: 0, output: await readFile(printed, "utf8") }
}

async function keyOf(words: string[], folder: string) {
  const texts = inputs.map((path) => readFile(join(folder, path), "utf8").catch(() => undefined))
  const key = JSON.stringify([words, await Promise.all(texts)])
  return createHash("sha256").update(key).digest("hex")
}

const isFirst = (place: string) =>
  mkdir(place).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false
      throw error
    },
  )

/** Packages are linked: npm replaces a file that it changes, all but its own list, and nobody else writes to them. */
async function copyInstalled(from: string, to: string) {
  await rm(join(to, "node_modules"), { recursive: true, force: true })
  const { code, output } = await run("cp", ["-al", join(from, "node_modules"), to], to)
  if (code !== 0) throw new Error(output)
  const list = "node_modules/.package-lock.json"
  await rm(join(to, list), { force: true })
  for (const path of [...outputs, list])
    if (existsSync(join(from, path))) await cp(join(from, path), join(to, path))
}

async function run(program: string, words: string[], cwd: string) {
  const child = spawn(program, words, { cwd, stdio: ["ignore", "pipe", "pipe"] })
  let output = ""
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("close", resolve)
    child.on("error", reject)
  })
  return { code, output }
}
