import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { loadStarter } from "../../demo/live/server/load-starter"
import { migrate } from "../../scripts/migrate"
import { lockFile } from "../support/file-lock"
import { makeTemporaryFolder } from "../support/temporary-folder"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let url: string

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  url = process.env.DATABASE_URL = folder.sqlite("lock-clock")
  await migrate(url)
})

afterAll(() => folder.remove())

test("a write doesn't wait for a lock for longer because the clock was set back", async () => {
  const { prisma } = await loadStarter()
  await prisma.user.count()
  const release = await lockFile(url)
  const written = prisma.user.create({ data: {} }).then(
    () => "written",
    (error: { code?: string }) => error.code,
  )
  await wait(500)
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 })
  try {
    expect(await Promise.race([written, wait(9_000, "still waiting")])).toBe("P1008")
  } finally {
    vi.useRealTimers()
    await release()
  }
})
