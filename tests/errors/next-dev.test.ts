import { join } from "node:path"
import { expect, test } from "vitest"
import { root } from "../../scripts/root"
import { freePort } from "../support/postgresql-server"
import { startCommand } from "../support/shell"
import { makeApp } from "./next-app"
import { reproduces } from "./reproduces"

const timeoutMs = 60_000

/** Starts `next dev`, and asks for one of its own resources from a page at an address. */
async function askFrom(hosts: string[], config: object = {}) {
  const app = await makeApp({
    "package.json": `{ "private": true, "type": "module" }\n`,
    "next.config.mjs": `export default ${JSON.stringify(config)}\n`,
    "app/layout.js": `export default ({ children }) => <html lang="en"><body>{children}</body></html>\n`,
  })
  const port = await freePort()
  const next = join(root, "node_modules/next/dist/bin/next")
  const server = startCommand(`"${process.execPath}" "${next}" dev -p ${port}`, app.folder, {})
  try {
    expect(await server.printed((output) => output.includes("Ready in"), timeoutMs)).toBe(true)
    const statuses = []
    for (const host of hosts) {
      const headers = { Origin: `http://${host}:${port}` }
      const { status } = await fetch(`http://127.0.0.1:${port}/_next/hmr`, { headers })
      statuses.push(status)
    }
    return { statuses, output: server.output() }
  } finally {
    await server.stop()
    await app.remove()
  }
}

test(
  "next dev refuses pages at other addresses than localhost",
  async () => {
    const { statuses, output } = await askFrom(["localhost", "app.localhost", "127.0.0.1"])
    expect(statuses.map((status) => status === 403)).toEqual([false, false, true])
    expect(output).toContain('/_next/hmr from "127.0.0.1".')
    expect(reproduces("blocked-dev-origin", [0]).missingIn([output])).toEqual([])
  },
  timeoutMs * 2,
)

test(
  "allowedDevOrigins allows one",
  async () => {
    const config = { allowedDevOrigins: ["app.example.com", "*.tunnel.example"] }
    const hosts = ["app.example.com", "my-app.tunnel.example", "tunnel.example"]
    const { statuses } = await askFrom(hosts, config)
    expect(statuses.map((status) => status === 403)).toEqual([false, false, true])
  },
  timeoutMs * 2,
)
