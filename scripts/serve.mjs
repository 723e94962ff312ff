// @ts-check
import { createServer } from "node:http"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import next from "next"
import { makeDiscreet } from "./discreet-log.mjs"
import { OpenCeremonies } from "./open-ceremonies.mjs"
import { inlineScriptHashes, securityHeaders } from "./security-headers.mjs"

// Serves the built site. Why not `next start`: docs/decisions/011-one-server-file.md.

/** How long, in milliseconds, open ceremonies are waited for, and running requests after them. */
const patience = { ceremonies: 7_000, requests: 2_000 }

/** The largest request body. A ceremony posts a few kilobytes. */
const mostBytes = 65_536

const root = fileURLToPath(new URL("..", import.meta.url))
const port = Number(process.env.PORT)
const origin = new URL(process.env.AUTH_URL ?? "")
makeDiscreet(console)

const app = next({ dev: false, dir: root, hostname: "localhost", port, quiet: true })
await app.prepare()
const handle = app.getRequestHandler()
const headers = new Headers(
  securityHeaders(origin, await inlineScriptHashes(`${root}.next/server/pages`)),
)
const ceremonies = new OpenCeremonies()
let stopping = false

/** @type {import("node:http").RequestListener} */
function answer(req, res) {
  res.setHeaders(headers)
  const path = pathOf(req.url ?? "")
  if (path === undefined) return refuse(res, 400, "This address cannot be read.")
  if (Number(req.headers["content-length"] ?? 0) > mostBytes)
    return refuse(res, 413, "A request may have 64 KiB.")
  if (stopping) {
    res.setHeader("Connection", "close")
    // What was begun may end. Nothing new begins.
    if (path.startsWith("/api/auth/webauthn-options/") || path === "/api/health")
      return refuse(res, 503, "The site is about to restart. Try again in a moment.")
  }
  if (path.startsWith("/api/auth/")) ceremonies.watch(req, res)
  handle(req, res).catch((error) => {
    console.error(error)
    if (!res.headersSent) refuse(res, 500, "The server had a problem.")
  })
}

/**
 * @param {string} url
 * @returns {string | undefined} `undefined` where it is malformed, for which Next.js answers 500.
 */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, origin).pathname)
  } catch {
    return undefined
  }
}

/**
 * @param {import("node:http").ServerResponse} res
 * @param {number} status
 * @param {string} error
 */
function refuse(res, status, error) {
  if (status === 503) res.setHeader("Retry-After", "5")
  if (status === 413) res.setHeader("Connection", "close")
  res.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" })
  res.end(JSON.stringify({ error }))
}

// `localhost` is two addresses. A machine may lack either.
const hosts = process.env.HOST === "localhost" ? ["127.0.0.1", "::1"] : [process.env.HOST]
const servers = hosts.map((host) => listen(host))
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

/** @param {string | undefined} host */
function listen(host) {
  // Longer than the minute after which proxies let an idle connection go: else they would answer 502
  // to the request that crosses our goodbye.
  const times = { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 }
  const server = createServer(times, answer)
  const listening = new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen({ port, host }, () => resolve(undefined))
  })
  return { server, listening }
}

/** @param {PromiseSettledResult<unknown>} outcome */
function isTaken(outcome) {
  return outcome.status === "rejected" && outcome.reason.code === "EADDRINUSE"
}

/** @param {NodeJS.Signals} signal */
async function stop(signal) {
  if (stopping) return
  stopping = true
  // Somebody at the keyboard wants it to end. An operator's SIGTERM lets people finish.
  const until = Date.now() + (signal === "SIGTERM" ? patience.ceremonies : 0)
  while (ceremonies.size > 0 && Date.now() < until) await wait(50)
  const closed = Promise.all(
    servers.map(({ server }) => new Promise((resolve) => server.close(resolve))),
  )
  const idle = setInterval(() => servers.map(({ server }) => server.closeIdleConnections()), 20)
  await Promise.race([closed, wait(patience.requests)])
  clearInterval(idle)
  process.exit(0)
}

process.on("SIGTERM", stop)
process.on("SIGINT", stop)
// `npm start` was killed. A server that nobody can stop would keep the port.
process.on("disconnect", () => process.exit(1))
