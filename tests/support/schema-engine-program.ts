import { readFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import { parseArgs } from "node:util"
import type { SchemaEngine } from "@prisma/schema-engine-wasm"
import { withSchemaEngine } from "./schema-engine"

/**
 * A program in place of Prisma's schema engine, which Prisma's commands download from a host that is
 * out of reach here. `PRISMA_SCHEMA_ENGINE_BINARY` names it. It takes the arguments and requests of
 * that binary (JSON-RPC, one line each), and passes the requests to the same engine as WebAssembly.
 */
const { values, positionals } = parseArgs({
  options: { datasource: { type: "string" }, datamodels: { type: "string" } },
  allowPositionals: true,
})

type Request = { id: number; method: keyof SchemaEngine; params: unknown }

/** The databases that it knows are files, or fail at the first request. */
if (positionals.join(" ") === "cli can-connect-to-database") process.exit(0)

const { url } = JSON.parse(values.datasource ?? "{}") as { url: string }
const schema = await readFile(values.datamodels ?? "prisma/schema.prisma", "utf8")

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line) as Request
  const answer = await withSchemaEngine(url, schema, async (engine) => {
    const run = engine[method] as (params: unknown) => Promise<unknown>
    return { result: await run.call(engine, params) }
  }).catch((error: Error) => ({ error: { code: 4466, message: error.message } }))
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", id, ...answer })}\n`)
}
