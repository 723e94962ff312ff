// @ts-check
import { createServer } from "node:http"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import next from "next"
import { Gauge } from "prom-client"
import { compressed } from "./compressed.mjs"
import { readBuiltPages } from "./built-pages.mjs"
import { connectionLimits, Connections, descriptorLimit } from "./connection-limits.mjs"
import { redactConsole } from "./redacted-log.mjs"
import { close, listen } from "./listen.mjs"
import { UnfinishedCeremonies } from "./unfinished-ceremonies.mjs"
import { requestListener } from "./request-listener.mjs"
import { inlineScriptHashes, securityHeaders } from "./security-headers.mjs"

// Serves the built site. Why not `next start`: docs/decisions/011-our-own-server.md.

/** How long, in milliseconds, open ceremonies are waited for, and running requests after them. */
const graceMs = { ceremonies: 7_000, requests: 2_000 }

const root = fileURLToPath(new URL("..", import.meta.url))
const port = Number(process.env.PORT)
const origin = new URL(process.env.AUTH_URL ?? "")
redactConsole(console)

// Next.js adds a listener for upgrades to this server, which never listens: it would keep the
// connection of each for ever.
const httpServer = createServer()
const app = next({ dev: false, dir: root, hostname: "localhost", port, quiet: true, httpServer })
await app.prepare()
const ceremonies = new UnfinishedCeremonies()
let stopping = false

const builtPages = `${root}.next/server/pages`
const answer = requestListener({
  origin,
  headers: securityHeaders(origin, await inlineScriptHashes(builtPages)),
  ceremonies,
  pages: await readBuiltPages(builtPages, origin.origin),
  isStopping: () => stopping,
  handle: compressed(`${root}.next/static`, app.getRequestHandler()),
})
const connections = new Connections(
  connectionLimits(descriptorLimit(), Number(process.env.TRUST_PROXY ?? 0)),
)

new Gauge({
  name: "guide_open_connections",
  help: "Connections that are open.",
  collect() {
    this.set(connections.size)
  },
})
new Gauge({
  name: "guide_unfinished_ceremonies",
  help: "Ceremonies whose response is awaited.",
  collect() {
    this.set(ceremonies.size)
  },
})

// `localhost` is two addresses. A machine may lack either.
const hosts = process.env.HOST === "localhost" ? ["127.0.0.1", "::1"] : [process.env.HOST]
const servers = hosts.map((host) => listen({ port, host }, answer, connections))
const outcomes = await Promise.allSettled(servers.map(({ listening }) => listening))
const failed = outcomes.find(({ status }) => status === "rejected")
if (failed && (outcomes.every((outcome) => outcome === failed) || isTaken(failed))) {
  console.error(`PORT ${port} cannot be listened on: ${"reason" in failed && failed.reason.code}.`)
  process.exit(1)
}
console.log(`The guide is on ${origin.origin}`)
// Loads the demo, and erases what expired while the site was down, before the first visitor comes.
void fetch(`http://localhost:${port}/api/health`).then(
  (health) => health.arrayBuffer(),
  () => {},
)

/** @param {PromiseSettledResult<unknown>} outcome */
function isTaken(outcome) {
  return outcome.status === "rejected" && outcome.reason.code === "EADDRINUSE"
}

/** @param {NodeJS.Signals} signal */
async function stop(signal) {
  if (stopping) return
  stopping = true
  // Somebody at the keyboard wants it to end. An operator's SIGTERM lets people finish.
  const until = performance.now() + (signal === "SIGTERM" ? graceMs.ceremonies : 0)
  while (ceremonies.size > 0 && performance.now() < until) await wait(50)
  await Promise.race([close(servers.map(({ server }) => server)), wait(graceMs.requests)])
  process.exit(0)
}

process.on("SIGTERM", stop)
process.on("SIGINT", stop)
// `npm start` was killed. A server that nobody can stop would keep the port.
process.on("disconnect", () => process.exit(1))
