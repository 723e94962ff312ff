import { afterAll, beforeAll, beforeEach, expect } from "vitest"
import { databaseOf } from "../../demo/live/server/database-url"
import type { Engine } from "../databases/engines/engine"
import type { UserAgent } from "../databases/user-agent"
import { watchLog } from "./server-log"
import { openStock } from "./stock-database"

/** What the counter of an authenticator may be, and a signed number of 32 bits can't. */
const largeCounter = 3_000_000_000

/** Opens an app whose table of passkeys the tests of a file break, one thing after the other. */
export function openBrokenTables(start: () => Promise<Engine>) {
  let app: Awaited<ReturnType<typeof openStock>>
  let person: UserAgent
  let isMysql: boolean
  let log: () => string

  beforeAll(async () => {
    const engine = await start()
    isMysql = databaseOf(engine.url) === "mysql"
    app = await openStock(engine)
    person = app.newcomer({ counter: 1 })
    expect(await person.register(app.newEmail())).toBeNull()
  })
  afterAll(() => app.close())
  beforeEach(() => {
    log = watchLog()
  })

  const alter = (column: string, type: string) =>
    app.execute(
      isMysql
        ? `ALTER TABLE "Authenticator" MODIFY COLUMN "${column}" ${type} NOT NULL`
        : `ALTER TABLE "Authenticator" ALTER COLUMN "${column}" TYPE ${type}`,
    )

  return {
    log: () => log(),
    alter,
    execute: (sql: string) => app.execute(sql),
    /** Creates a passkey and signs in with another. Both end in an error. */
    async fail() {
      const told = [
        await app.newcomer().register(app.newEmail()),
        await app.elsewhere(person).signIn({ counter: 9 }),
      ]
      expect(told).toEqual(["Configuration", "Configuration"])
    },
    register: (deviations: Parameters<typeof app.newcomer>[0]) =>
      app.newcomer(deviations).register(app.newEmail()),
    registerLargeCounter: () => app.newcomer({ counter: largeCounter }).register(app.newEmail()),
    signInWithLargeCounter: () => app.elsewhere(person).signIn({ counter: largeCounter }),
    /** What the database itself says, without Prisma's adapter around it. */
    ownError: async (sql: string) => String(await app.execute(sql).catch((error) => error)),
  }
}
