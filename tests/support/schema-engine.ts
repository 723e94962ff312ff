import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaPg } from "@prisma/adapter-pg"
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils"
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg"
import type { SchemaEngine } from "@prisma/schema-engine-wasm"
import { databaseOf, type Database } from "../../demo/live/server/database-url"

/** The engine from npm does not know MySQL. */
type Spoken = Exclude<Database, "mysql">

const driverAdapters: Record<Spoken, (url: string) => SqlMigrationAwareDriverAdapterFactory> = {
  sqlite: (url) => new PrismaLibSql({ url }),
  postgresql: (url) => new PrismaPg({ connectionString: url }),
}

/**
 * The engine's timers, which keep no process alive here. On PostgreSQL it gives up on its lock after
 * 10 seconds, and leaves that timer running when it has the lock: `npm start` would end that late.
 * While the engine waits for the database, its connection keeps the process alive.
 */
const timers = Object.fromEntries(
  Object.keys(bindings)
    // The rest of the name is a hash that the compiler of the engine chose.
    .filter((name) => name.startsWith("__wbg_setTimeout_"))
    .map((name) => [name, (callback: () => void, ms: number) => setTimeout(callback, ms).unref()]),
)

let loaded: Promise<void> | undefined

/** Instantiates the WebAssembly module once a process. Node has no `import … from "x.wasm"` yet. */
function load(): Promise<void> {
  return (loaded ??= (async () => {
    const entry = import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    const bytes = await readFile(fileURLToPath(new URL("schema_engine_bg.wasm", entry)))
    const { instance } = await WebAssembly.instantiate(bytes, {
      "./schema_engine_bg.js": { ...bindings, ...timers } as unknown as WebAssembly.ModuleImports,
    })
    const wasm = bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }
    wasm.__wbg_set_wasm(instance.exports)
    const start = instance.exports.__wbindgen_start as () => void
    start()
  })())
}

/**
 * Runs `work` with Prisma's own schema engine, connected to `url`, and closes both afterwards: on
 * PostgreSQL the connection holds the lock that keeps two migrations apart.
 *
 * It is the engine that `prisma migrate` runs, as WebAssembly: it comes from npm with everything
 * else, where `prisma migrate` downloads a binary from another host.
 *
 * @throws {Error} What the database or the engine says, for example that it cannot be reached.
 */
export async function withSchemaEngine<T>(
  url: string,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await load()
  const database = databaseOf(url)
  if (database === "mysql") throw new Error("Prisma's engine from npm does not speak MySQL.")
  const factory = bindMigrationAwareSqlAdapterFactory(driverAdapters[database](url))
  const connections: { dispose(): Promise<unknown> }[] = []
  const tracking = {
    ...factory,
    async connect() {
      const result = await factory.connect()
      if (result.ok) connections.push(result.value)
      return result
    },
  }
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: [["schema.prisma", schema]] },
      () => {},
      tracking,
    )
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    // What the engine does not know, it calls by the number that the driver's error has here.
    const id = /^External error id#(\d+)/.exec(text.trim())?.[1]
    const original = id && factory.errorRegistry.consumeError(Number(id))?.error
    throw new Error(firstLine(original ? reason(original) : text), { cause: error })
  } finally {
    await Promise.all(connections.map((connection) => connection.dispose()))
  }
}

/** What an error says that is at the bottom of it: of "fetch failed", why. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return reason(error.cause)
  // Where a name has two addresses, Node.js tells of each, and of both nothing.
  const [first] = error instanceof AggregateError ? error.errors : []
  return first ? reason(first) : error.message
}

const firstLine = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .find(Boolean) ?? "The schema engine failed."
