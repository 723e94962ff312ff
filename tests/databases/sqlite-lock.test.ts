import { readdir, readlink } from "node:fs/promises"
import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { loadStarter } from "../../demo/live/server/load-starter"
import { migrate } from "../../scripts/migrate"
import { rowsOf } from "../support/database-rows"
import { lockFile } from "../support/file-lock"
import { makeTemporaryFolder } from "../support/temporary-folder"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let url: string

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  url = process.env.DATABASE_URL = folder.sqlite("lock")
  await migrate(url)
})

afterAll(() => folder.remove())

const emailOf = (number: number) => `person-${number}@passkeys.example`
const usersOnDisk = async () => Number((await rowsOf(url, 'SELECT COUNT(*) FROM "User"'))[0]?.[0])

test("a write waits while another process writes to the file, and the process goes on", async () => {
  const { prisma } = await loadStarter()
  await prisma.user.count()
  const release = await lockFile(url)
  let longestPauseMs = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longestPauseMs = Math.max(longestPauseMs, performance.now() - last)
    last = performance.now()
  }, 5)
  // Prisma runs a query when it is awaited, not before.
  const written = prisma.user.create({ data: {} }).then((user) => user)
  await wait(1_500)
  clearInterval(timer)
  await release()
  await expect(written).resolves.toBeDefined()
  // SQLite's own busy timeout would stop everything for 1,500 ms.
  expect(longestPauseMs).toBeLessThan(750)
})

test("a lock that is held too long fails what is written meanwhile, and nothing later", async () => {
  const { prisma } = await loadStarter()
  const before = await usersOnDisk()
  const release = await lockFile(url)
  const create = (number: number) => prisma.user.create({ data: { email: emailOf(number) } })
  await expect(create(1)).rejects.toMatchObject({ code: "P1008" })
  // The wait is over for everybody: a queue of writes does not wait 5 seconds each.
  const start = performance.now()
  await expect(create(2)).rejects.toMatchObject({ code: "P1008" })
  await expect(prisma.$transaction([create(3)])).rejects.toThrow()
  expect(performance.now() - start).toBeLessThan(2_500)
  // In a write-ahead log, reading needs no lock.
  expect(await prisma.user.count()).toBe(before)
  await release()

  await create(4)
  await prisma.$transaction([create(5), create(6)])
  await prisma.$transaction(async (transaction) => {
    await transaction.user.create({ data: { email: emailOf(7) } })
  })
  // Another process sees them, so they are committed, and it can write.
  expect(await usersOnDisk()).toBe(before + 4)
  await (
    await lockFile(url)
  )()
  await create(8)
})

test("after a lock that was held too long, a write waits for a later one, even with reads between", async () => {
  const { prisma } = await loadStarter()
  const release = await lockFile(url)
  await expect(prisma.user.create({ data: {} })).rejects.toMatchObject({ code: "P1008" })
  await release()
  await prisma.user.count()
  await wait(1_100)

  const releaseLater = await lockFile(url)
  const written = prisma.user.create({ data: {} }).then((user) => user)
  written.catch(() => {})
  await wait(500)
  await releaseLater()
  await expect(written).resolves.toBeDefined()
})

test("transactions that fail or come at once leave no lock and lose nothing", async () => {
  const { prisma } = await loadStarter()
  const before = await usersOnDisk()
  const twice = () => prisma.user.create({ data: { email: "twice@passkeys.example" } })
  await expect(prisma.$transaction([twice(), twice()])).rejects.toMatchObject({ code: "P2002" })
  await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      i % 2
        ? prisma.$transaction([prisma.user.create({ data: {} })])
        : prisma.user.create({ data: {} }),
    ),
  )
  expect(await usersOnDisk()).toBe(before + 50)
  await (
    await lockFile(url)
  )()
})

test.runIf(process.platform === "linux")("transactions leave no files open", async () => {
  const { prisma } = await loadStarter()
  const file = url.slice("file:".length)
  const openFiles = async () => {
    const descriptors = await readdir("/proc/self/fd")
    const targets = await Promise.all(
      descriptors.map((descriptor) => readlink(`/proc/self/fd/${descriptor}`).catch(() => "")),
    )
    return targets.filter((target) => target.startsWith(file)).length
  }
  await prisma.$transaction([prisma.user.create({ data: {} })])
  const before = await openFiles()
  for (let i = 0; i < 200; i++) await prisma.$transaction([prisma.user.create({ data: {} })])
  expect(await openFiles()).toBeLessThanOrEqual(before)
})
