import { spawn } from "node:child_process"
import { once } from "node:events"
import { root } from "../../scripts/root"

const holdLock = `
  import { createClient } from "@libsql/client"
  const client = createClient({ url: process.env.DATABASE_URL, timeout: 5000 })
  const transaction = await client.transaction("write")
  console.log("locked")
  process.stdin.resume().on("end", async () => {
    await transaction.commit()
    process.exit()
  })
`

/**
 * Lets another process take SQLite's only write lock, as a database browser does that has unsaved
 * edits.
 *
 * @returns What releases it, once it is held.
 */
export async function lockFile(url: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", holdLock], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["pipe", "pipe", "inherit"],
  })
  await once(child.stdout, "data")
  return async () => {
    const closed = once(child, "close")
    child.stdin.end()
    await closed
  }
}
