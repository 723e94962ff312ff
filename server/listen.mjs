// @ts-check
import { createServer } from "node:http"

/**
 * The time limits of a connection, in milliseconds, against clients that send or read a byte now and
 * then (CWE-400).
 */
const timeouts = {
  /** From the first byte of a request, or from the connection, to the end of the headers. */
  headersTimeout: 15_000,
  /** From there to the end of the body. */
  requestTimeout: 30_000,
  /** How often these two are looked at. By default every 30 seconds, which would triple them. */
  connectionsCheckingInterval: 1_000,
  // Longer than the minute after which proxies let an idle connection go: else they would answer 502
  // to the request that crosses our goodbye.
  keepAliveTimeout: 65_000,
}

/**
 * How long, in milliseconds, a client may read nothing of its answer. Node.js closes the connection
 * when that has been so twice in a row: after a minute at most.
 */
const readingTimeoutMs = 30_000

/**
 * Listens on one address, or on all.
 *
 * There are no listeners for `upgrade` and `connect`: Node.js then answers a request to upgrade as if
 * it had not asked (RFC 9110 §7.8), and closes the connection of a CONNECT.
 *
 * @param {{ port: number, host: string | undefined }} address
 * @param {import("node:http").RequestListener} listener
 * @param {import("./connection-limits.mjs").Connections} connections
 * @returns The server, and a promise that it listens; which rejects with the system's error.
 */
export function listen(address, listener, connections) {
  const server = createServer(timeouts, listener)
  server.setTimeout(readingTimeoutMs)
  connections.watch(server)
  const listening = new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(address, () => resolve(undefined))
  })
  return { server, listening }
}

/**
 * Stops listening and ends every connection as its last answer ends.
 *
 * @param {import("node:http").Server[]} servers
 * @returns A promise that all have ended.
 */
export async function close(servers) {
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)))
  const idle = setInterval(() => servers.map((server) => server.closeIdleConnections()), 20)
  await Promise.all(closed)
  clearInterval(idle)
}
