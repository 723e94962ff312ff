import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Adapter } from "next-auth/adapters"
import { databaseOf, type Database } from "../../demo/live/server/database-url"
import { root } from "../../scripts/root"
import type { Engine } from "./engines/engine"
import { openRegistrations } from "./contracts/registration-fixture"
import type { Subject } from "./subject"

/** The reader's own files, and how to end their connections. */
const recipes = {
  sqlite: async () => {
    const { adapter, database } = await import("../../demo/recipes/drizzle-sqlite/database")
    const { handlers } = await import("../../demo/recipes/drizzle-sqlite/auth")
    return { adapter, handlers, end: async () => database.$client.close() }
  },
  postgresql: async () => {
    const { adapter, database } = await import("../../demo/recipes/drizzle-postgresql/database")
    const { handlers } = await import("../../demo/recipes/drizzle-postgresql/auth")
    return { adapter, handlers, end: () => database.$client.end() }
  },
  mysql: async () => {
    const { adapter, database } = await import("../../demo/recipes/drizzle-mysql/database")
    const { handlers } = await import("../../demo/recipes/drizzle-mysql/auth")
    return { adapter, handlers, end: () => database.$client.promise().end() }
  },
}

/** The statements of the guide's migrations for Drizzle, in order. */
export async function drizzleMigrations(database: Database): Promise<string[]> {
  const folder = join(root, `demo/recipes/drizzle-${database}/drizzle`)
  const names = ["0000_auth.sql", "0001_passkeys.sql"]
  const scripts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")))
  return scripts.flatMap((script) => script.split("--> statement-breakpoint"))
}

/** The recipe for Drizzle, as a reader copies it. */
export const drizzleApp: Subject<"DrizzleAdapter"> = {
  apps: ["DrizzleAdapter"],
  verifiesEverySignature: ["DrizzleAdapter"],
  acceptsCountersOnce: ["DrizzleAdapter"],
  bindsRegistrations: ["DrizzleAdapter"],
  async open(engine: Engine) {
    const database = databaseOf(engine.url)
    // What follows the ? is for Prisma's driver.
    if (database === "mysql") engine = { ...engine, url: engine.url.replace(/\?.*/, "") }
    const site = await openRegistrations(engine, {
      tableOf: (table) => table.toLowerCase(),
      async createTables(execute) {
        for (const statement of await drizzleMigrations(database)) await execute(statement)
      },
    })
    const { adapter, handlers, end } = await recipes[database]()
    return {
      site,
      handlersOf: () => handlers,
      adapter: adapter as Required<Adapter>,
      async close() {
        await end()
        await site.close()
      },
    }
  },
}
