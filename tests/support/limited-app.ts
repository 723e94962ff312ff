import { spawn } from "node:child_process"
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { databaseOf } from "../../demo/live/server/database-url"
import { applyRecipe } from "../../demo/live/server/starter-zip/apply-recipe.mjs"
import { prismaGenerate } from "../../scripts/generate"
import { root } from "../../scripts/root"

/** Serves the handlers as Next.js does, of an App Router's route or through a Pages Router's API route. */
const serving = {
  app: `async (req, res) => {
  const request = new NextRequest(\`http://localhost\${req.url}\`, { headers: req.headers as never })
  const response = await handlers[req.method as "GET" | "POST"](request)
  res.writeHead(response.status, Object.fromEntries(response.headers)).end()
}`,
  // A response of an API route is one of Node.js, with methods of its own.
  pages: `async (req, res) => {
  const status = (code: number) => Object.assign(res, { statusCode: code })
  await pagesRouterHandler(handlers)(req as never, Object.assign(res, { status }) as never)
}`,
}

type Router = keyof typeof serving

/** What serves the handlers here instead of Next.js. Its own handler stands for Auth.js. */
const serverOf = (router: Router) => `import { createServer } from "node:http"
import { NextRequest } from "next/server"
import { pagesRouterHandler } from "./auth-handler"
import { limitCeremonies } from "./limit-ceremonies"

const handler = async () => new Response()
const handlers = limitCeremonies({ GET: handler, POST: handler })

createServer(${serving[router]}).listen(0, "127.0.0.1", function () {
  console.log(\`listening \${this.address().port}\`)
})
`

/**
 * Makes what a reader has who limits ceremonies, as far as the limits need it: the schema with its
 * table, the generated client, `prisma.ts` for the database and the recipe, with a lower limit.
 *
 * @param url Of the database.
 * @returns How to start a process of it, and how to delete it.
 */
export async function makeLimitedApp(
  url: string,
  limit: { points: number; seconds: number; proxyCount?: number },
  router: Router = "app",
) {
  const database = databaseOf(url)
  const recipe = join(root, "demo/recipes/rate-limits")
  await mkdir(join(root, ".cache"), { recursive: true })
  // From here its packages are found in the checkout's `node_modules/`.
  const folder = await mkdtemp(join(root, ".cache/limited-app-"))
  const schema = join(folder, "prisma/schema.prisma")
  await cp(join(root, "prisma", database, "schema.prisma"), schema)
  await appendFile(schema, `\n${await readFile(join(recipe, "prisma/schema.prisma"), "utf8")}`)
  const starter = (name: string) => cp(join(root, "demo/starter", name), join(folder, name))
  await Promise.all(["prisma.config.ts", "tsconfig.json"].map(starter))
  if (database === "sqlite") await addSqliteClient(folder)
  else await cp(join(root, "demo/recipes", database, "prisma.ts"), join(folder, "prisma.ts"))
  const source = await readFile(join(recipe, "limit-ceremonies.ts"), "utf8")
  const lower = source
    .replace(/(points|inMemoryBlockOnConsumed): 600,/g, `$1: ${limit.points},`)
    .replace("duration: 60,", `duration: ${limit.seconds},`)
    .replace("const proxyCount = 1\n", `const proxyCount = ${limit.proxyCount ?? 1}\n`)
  if (lower.match(/\b600,/)?.length || lower.includes("duration: 60,"))
    throw new Error("limit-ceremonies.ts has other limits than this test lowers.")
  await writeFile(join(folder, "limit-ceremonies.ts"), lower)
  await writeFile(join(folder, "server.ts"), serverOf(router))
  const handlerFile = join(root, "demo/recipes/pages-router/auth-handler.ts")
  await cp(handlerFile, join(folder, "auth-handler.ts"))
  await writeFile(join(folder, "package.json"), `{ "type": "module" }`)
  await prismaGenerate(join(root, "node_modules/prisma/build/index.js"), folder)
  return {
    start: (databaseUrl = url) => start(folder, databaseUrl),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The starter's `prisma.ts` with the extra for a file that two processes write to. */
async function addSqliteClient(folder: string) {
  const extra = join(root, "demo/recipes/sqlite-client")
  const source = await readFile(join(root, "demo/starter/prisma.ts"), "utf8")
  const recipe = JSON.parse(await readFile(join(extra, "recipe.json"), "utf8"))
  const changed = applyRecipe(new Map([["prisma.ts", source]]), { edits: recipe.edits })
  await writeFile(join(folder, "prisma.ts"), changed.get("prisma.ts") ?? "")
  await cp(join(extra, "sqlite-client.ts"), join(folder, "sqlite-client.ts"))
}

export type LimitedProcess = Awaited<ReturnType<typeof start>>

async function start(folder: string, databaseUrl: string) {
  const child = spawn(process.execPath, ["--import", "tsx", "server.ts"], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      AUTH_URL: "http://localhost:3000",
    },
  })
  const closed = new Promise((resolve) => child.on("close", resolve))
  let output = ""
  child.stderr.on("data", (data) => (output += data))
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data) => {
      const [, found] = /^listening (\d+)/m.exec(String(data)) ?? []
      if (found) resolve(found)
    })
    child.on("close", () => reject(new Error(`It did not start:\n${output}`)))
  })
  return {
    /** Sends a request as a proxy would: with the address that it saw at the end. */
    ask: (forwardedFor: string, path = "webauthn-options/passkey", method = "GET") =>
      fetch(`http://127.0.0.1:${port}/api/auth/${path}`, {
        method,
        headers: { "X-Forwarded-For": forwardedFor },
      }),
    output: () => output,
    async stop() {
      child.kill()
      await closed
    },
  }
}
