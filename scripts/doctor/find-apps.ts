import { readdir, readFile, stat } from "node:fs/promises"
import { join, sep } from "node:path"
import { kindOf, type SourceFile } from "../../demo/live/doctor/source-file"

/** An app with Auth.js: a folder whose `package.json` asks for next-auth. */
export type FoundApp = {
  /** From the folder that was searched, with `/`. Empty: the folder itself. */
  folder: string
  /** Their paths are from the folder that was searched, too. */
  files: SourceFile[]
}

/** Installed, generated, or not a part of the app that runs. */
const leftOut = /^(node_modules|generated|dist|build|out|coverage|tests?|__tests__|e2e|\..*)$/
const leftOutFiles = /\.(test|spec|stories|d)\.[cm]?[jt]sx?$/
const environmentFile = /^\.env(\.production)?(\.local)?$/
const migrationFolder = /(^|\/)(migrations|drizzle)\//
const maxBytes = 500_000

/**
 * Finds the apps in a folder: the folder itself, or the apps of a monorepo. What is in none of them, such
 * as a package with the schema, belongs to each of them.
 *
 * @throws {Error} When the folder can't be read.
 */
export async function findApps(folder: string): Promise<FoundApp[]> {
  const paths = await walk(folder, "")
  const packages = paths.filter((path) => /(^|\/)package\.json$/.test(path))
  const manifests = await Promise.all(
    packages.map(async (path) => ({ path, text: await readFile(join(folder, path), "utf8") })),
  )
  const folders = manifests
    .filter(({ text }) => /"next-auth"\s*:/.test(text))
    .map(({ path }) => path.replace(/\/?package\.json$/, ""))
    // The deepest first: a file belongs to the innermost app around it.
    .sort((one, other) => other.length - one.length)
  const ownerOf = (path: string) => folders.find((one) => one === "" || path.startsWith(`${one}/`))
  return Promise.all(
    folders.map(async (one) => {
      const own = paths.filter((path) => (ownerOf(path) ?? one) === one)
      const files = own.map(async (path) => ({
        path,
        text: await readFile(join(folder, path), "utf8"),
      }))
      return { folder: one, files: await Promise.all(files) }
    }),
  )
}

async function walk(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  const found = await Promise.all(
    entries.map(async (entry): Promise<string[]> => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.isDirectory()) return leftOut.test(entry.name) ? [] : walk(root, path)
      if (!entry.isFile() || !isRead(path, entry.name)) return []
      const { size } = await stat(join(root, path))
      return size > maxBytes ? [] : [path.replaceAll(sep, "/")]
    }),
  )
  return found.flat()
}

function isRead(path: string, name: string): boolean {
  switch (kindOf(path)) {
    case "environment":
      return environmentFile.test(name)
    case "migration":
      return migrationFolder.test(path)
    case "code":
      return !leftOutFiles.test(name)
    default:
      return kindOf(path) !== undefined
  }
}
