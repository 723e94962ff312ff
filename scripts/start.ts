import { join } from "node:path"
import { build } from "./build"
import { readConfiguration } from "./configuration"
import { generate } from "./generate"
import { migrate } from "./migrate"
import { runNext, runNode } from "./next"
import { root } from "./root"

/** `npm start` and, with the argument `dev`, `npm run dev`. Returns the exit code. */
async function start(dev: boolean): Promise<number> {
  const configuration = await readConfiguration()
  if (dev) await generate()
  else await build()
  await migrate(configuration.DATABASE_URL)
  const environment = Object.fromEntries(
    Object.entries(configuration).map(([name, value]) => [name, String(value)]),
  )
  const { code, wasAsked } = dev
    ? await runNext(["dev", "--webpack", "--port", environment.PORT ?? ""], environment)
    : await runNode([join(root, "server/serve.mjs")], { ...environment, NODE_ENV: "production" })
  // Any other end is a failure, after which a supervisor starts it again.
  return wasAsked ? 0 : code
}

try {
  process.exitCode = await start(process.argv[2] === "dev")
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
