import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { starter } from "../../demo/live/starter"
import { migrate } from "../../scripts/migrate"
import { root } from "../../scripts/root"

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "passkeys-lock-"))
  process.env.DATABASE_URL = `file:${join(folder, "test.db")}`
  await migrate(process.env.DATABASE_URL)
})

afterAll(() => rm(folder, { recursive: true }))

test("a write waits while another process writes to the file", async () => {
  const { prisma } = await starter()
  const locked = spawn(process.execPath, ["--input-type=module", "--eval", holdLock], { cwd: root })
  await once(locked.stdout, "data")
  await expect(prisma.user.create({ data: {} })).resolves.toBeDefined()
  await once(locked, "close")
})

/** Holds SQLite's only write lock for half a second, and says when it has it. */
const holdLock = `
  import { createClient } from "@libsql/client"
  const client = createClient({ url: process.env.DATABASE_URL })
  await client.execute("BEGIN IMMEDIATE")
  console.log("locked")
  setTimeout(() => client.execute("COMMIT"), 500)
`
