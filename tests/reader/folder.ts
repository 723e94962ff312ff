import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"

/** What tools keep for themselves: packages, history, Next.js's output and types, SQLite's logs. */
const notTheReaders =
  /^(node_modules|\.git|\.next|next-env\.d\.ts|.*\.db-(wal|shm)|.*\.tsbuildinfo)$/

/** The files in a folder, by path, each with a digest of what is in it. */
export async function readFolder(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const read = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      if (notTheReaders.test(entry.name)) continue
      const inner = path ? `${path}/${entry.name}` : entry.name
      if (entry.isDirectory()) await read(inner)
      else {
        const bytes = await readFile(join(folder, inner))
        files.set(inner, createHash("sha256").update(bytes).digest("base64"))
      }
    }
  }
  await read("")
  return files
}
