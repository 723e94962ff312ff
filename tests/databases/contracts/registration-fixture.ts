import { spawn } from "node:child_process"
import { join } from "node:path"
import { expect, vi } from "vitest"
import { databaseOf } from "../../../demo/live/server/database-url"
import { loadStarter } from "../../../demo/live/server/load-starter"
import { migrate } from "../../../scripts/migrate"
import { root } from "../../../scripts/root"
import type { Engine, Table } from "../engines/engine"
import { origin } from "../user-agent"

export type RowCounts = Record<Table, number>

/** Tables that are not those of `prisma/`. */
type OtherTables = {
  tableOf: (table: string) => string
  createTables: (execute: (statement: string) => Promise<unknown>) => Promise<void>
}

/**
 * The starter on an empty database, with what the tests of a registration look at. With other
 * tables, the starter's `prisma` can still run SQL.
 */
export async function openRegistrations(engine: Engine, other?: OtherTables) {
  process.env.DATABASE_URL = engine.url
  process.env.AUTH_URL = origin
  process.env.AUTH_SECRET = "a secret of a test, and of nothing else"
  // Auth.js logs the failures that the tests ask for.
  vi.spyOn(console, "error").mockImplementation(() => {})
  vi.spyOn(console, "warn").mockImplementation(() => {})
  if (!other) await migrate(engine.url)
  const { handlers, prisma } = await loadStarter()
  await other?.createTables((statement) => prisma.$executeRawUnsafe(statement))

  const quote = databaseOf(engine.url) === "mysql" ? "`" : '"'
  /** A statement that names tables as `prisma/` does, between ", for the tables that there are. */
  const statementOf = (sql: string) =>
    sql
      .replace(/"(User|Account|Session|Authenticator)"/g, (table) =>
        other ? other.tableOf(table) : table,
      )
      .replaceAll('"', quote)

  const query = <Row>(sql: string) => prisma.$queryRawUnsafe<Row[]>(statementOf(sql))

  const countOf = async (from: string) => {
    const [row] = await query<{ count: number | bigint }>(`SELECT COUNT(*) AS count FROM ${from}`)
    return Number(row?.count)
  }

  const count = async (): Promise<RowCounts> => ({
    User: await countOf('"User"'),
    Account: await countOf('"Account"'),
    Session: await countOf('"Session"'),
    Authenticator: await countOf('"Authenticator"'),
  })

  let people = 0
  return {
    handlers,
    prisma,
    query,
    /** How many rows there are, as in `countOf('"User" WHERE …')`. */
    countOf,
    execute: (sql: string) => prisma.$executeRawUnsafe(statementOf(sql)),
    readsEveryRow: (select: string) => engine.readsEveryRow(prisma, statementOf(select)),
    /** An e-mail address that nobody has. */
    newEmail: () => `person-${++people}@passkeys.example`,

    /** How many rows the work added to each table. */
    async added(work: () => Promise<unknown>): Promise<RowCounts> {
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
export async function registerUntilKilled(
  app: "all extras" | "safe-registration" | "stock",
  step: string,
  email: string,
) {
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
