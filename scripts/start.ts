import { build } from "./build"
import { readConfiguration } from "./configuration"
import { generate } from "./generate"
import { migrate } from "./migrate"
import { runNext } from "./next"

/** `npm start` and, with the argument `dev`, `npm run dev`. */
async function start(dev: boolean): Promise<number> {
  const configuration = await readConfiguration()
  if (dev) await generate()
  else await build()
  await migrate(configuration.DATABASE_URL)
  const command = dev ? ["dev", "--webpack"] : ["start"]
  return runNext([...command, "--port", String(configuration.PORT)], {
    DATABASE_URL: configuration.DATABASE_URL,
    AUTH_URL: configuration.AUTH_URL,
    AUTH_SECRET: configuration.AUTH_SECRET,
  })
}

try {
  process.exitCode = await start(process.argv[2] === "dev")
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
