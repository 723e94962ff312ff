import { spawn } from "node:child_process"
import { join } from "node:path"
import { expect, vi } from "vitest"
import { starter } from "../../demo/live/starter"
import { migrate } from "../../scripts/migrate"
import { root } from "../../scripts/root"
import type { Engine, Table } from "./engines/engine"
import { origin } from "./user-agent"

export type Rows = Record<Table, number>

/** The starter on an empty database, with what the tests of a registration look at. */
export async function openRegistrations(engine: Engine) {
  process.env.DATABASE_URL = engine.url
  process.env.AUTH_URL = origin
  process.env.AUTH_SECRET = "a secret of a test, and of nothing else"
  // Auth.js logs the failures that the tests ask for.
  vi.spyOn(console, "error").mockImplementation(() => {})
  vi.spyOn(console, "warn").mockImplementation(() => {})
  await migrate(engine.url)
  const { handlers, prisma } = await starter()

  const count = async (): Promise<Rows> => ({
    User: await prisma.user.count(),
    Account: await prisma.account.count(),
    Session: await prisma.session.count(),
    Authenticator: await prisma.authenticator.count(),
  })

  let people = 0
  return {
    handlers,
    prisma,
    /** An e-mail address that nobody has. */
    newEmail: () => `person-${++people}@passkeys.example`,

    /** How many rows the work added to each table. */
    async added(work: () => Promise<unknown>): Promise<Rows> {
      const before = await count()
      await work()
      const after = await count()
      return {
        User: after.User - before.User,
        Account: after.Account - before.Account,
        Session: after.Session - before.Session,
        Authenticator: after.Authenticator - before.Authenticator,
      }
    },

    /** Does the work while the database refuses rows for the table. */
    async whileRefused<T>(table: Table, work: () => Promise<T>): Promise<T> {
      const { begin, end } = engine.refusal(table)
      for (const statement of begin) await prisma.$executeRawUnsafe(statement)
      try {
        return await work()
      } finally {
        for (const statement of end) await prisma.$executeRawUnsafe(statement)
      }
    },

    async close() {
      await prisma.$disconnect()
      await engine.stop()
    },
  }
}

/**
 * Registers in a process of its own, until it is killed.
 *
 * @param step The table that has its row by then; `commit` is the moment before the transaction ends.
 */
export async function registerUntilKilled(app: "starter" | "stock", step: string, email: string) {
  const script = join(root, "tests/databases/killed-registration.ts")
  const child = spawn(process.execPath, ["--import", "tsx", script, app, step, email], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
  })
  let output = ""
  child.stderr.on("data", (data) => (output += data))
  const signal = await new Promise((resolve) => child.on("close", (_, by) => resolve(by)))
  expect(signal, output).toBe("SIGKILL")
}
