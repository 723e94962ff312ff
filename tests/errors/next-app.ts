import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { root } from "../../scripts/root"
import { startCommand } from "../support/shell"

/**
 * A folder in `.cache/`, from where the packages in the checkout's `node_modules/` are found.
 *
 * @param files What is in it, by path.
 */
export async function makeApp(files: Record<string, string>) {
  const cache = join(root, ".cache")
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, "error-"))
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  await Promise.all(Object.entries(files).map(([path, content]) => write(path, content)))
  return {
    folder,
    write,
    /** Runs a program in it with Node.js, as a reader's terminal does. Returns what it printed, and its code. */
    async run(program: string, args = "", environment: Record<string, string> = {}) {
      const command = `"${process.execPath}" "${resolve(folder, program)}" ${args}`
      const running = startCommand(command, folder, environment)
      const code = await running.closed
      return { code, output: running.output() }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/**
 * Builds an app with the App Router.
 *
 * @param files   Its files beside `next.config.mjs` and the layout, by path.
 * @param config  What `next.config.mjs` exports, as JSON.
 * @param options Of `next build`.
 * @returns What was printed, and the exit code.
 */
export async function buildNextApp(files: Record<string, string>, config: object, options = "") {
  const layout = `export default ({ children }) => <html lang="en"><body>{children}</body></html>\n`
  const app = await makeApp({
    "package.json": `{ "private": true, "type": "module" }\n`,
    "next.config.mjs": `export default ${JSON.stringify(config)}\n`,
    "app/layout.js": layout,
    ...files,
  })
  try {
    const environment = { AUTH_SECRET: "s".repeat(32) }
    return await app.run(
      join(root, "node_modules/next/dist/bin/next"),
      `build ${options}`,
      environment,
    )
  } finally {
    await app.remove()
  }
}
