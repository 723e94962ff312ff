// @ts-check
import { networksOf } from "../demo/live/server/limits/networks.mjs"

/**
 * How many connections a process may have open, and one client of them.
 *
 * Each takes a file descriptor, and a second one while a file is sent. The database, the build's
 * files and what Node.js has open for itself need some too. The client's share leaves room for three
 * more like it. Behind a proxy all connections are the proxy's, which knows its clients: it is given
 * all.
 *
 * @param {number} descriptors How many file descriptors the process may have.
 * @param {number} proxies `TRUST_PROXY`.
 */
export function connectionLimits(descriptors, proxies) {
  const total = Math.max(16, Math.min(10_000, Math.floor((descriptors - 128) / 2)))
  return { total, perClient: proxies > 0 ? total : Math.max(8, Math.floor(total / 4)) }
}

/** How many file descriptors this process may have. Where the system does not say: 1,024. */
export function descriptorLimit() {
  const report = /** @type {{ userLimits?: { open_files?: { soft: number | "unlimited" } } }} */ (
    process.report.getReport()
  )
  const limit = report.userLimits?.open_files?.soft ?? 1_024
  return limit === "unlimited" ? Infinity : limit
}

/**
 * @typedef {object} Connection
 * @property {import("node:net").Socket} socket
 * @property {string} client
 * @property {Set<import("node:http").ServerResponse>} exchanges Requests that are not answered yet.
 */

/**
 * Keeps the open connections of servers within limits. One too many is not refused as long as another
 * waits for its client, which has sent nothing, only a part of a request, or does not read the answer:
 * the one that has waited longest is closed for it.
 */
export class Connections {
  /** Each in the order in which they last changed: the first has waited longest. */
  #all = /** @type {Set<Connection>} */ (new Set())
  #ofClient = /** @type {Map<string, Set<Connection>>} */ (new Map())
  #ofSocket = /** @type {WeakMap<import("node:net").Socket, Connection>} */ (new WeakMap())

  /** @param {{ total: number, perClient: number }} limits */
  constructor(limits) {
    this.limits = limits
  }

  /** How many are open. */
  get size() {
    return this.#all.size
  }

  /**
   * Watches a server's connections.
   *
   * @param {import("node:http").Server} server
   */
  watch(server) {
    server.on("connection", (socket) => this.#admit(socket))
    server.on("request", (req, res) => {
      const connection = this.#ofSocket.get(req.socket)
      if (!connection) return
      connection.exchanges.add(res)
      this.#changed(connection)
      res.once("close", () => {
        connection.exchanges.delete(res)
        if (!connection.socket.destroyed) this.#changed(connection)
      })
    })
  }

  /** @param {import("node:net").Socket} socket */
  #admit(socket) {
    const client = networksOf(socket.remoteAddress ?? "")[0].name
    const others = this.#ofClient.get(client) ?? new Set()
    const hasRoom =
      (others.size < this.limits.perClient || this.#closeOneOf(others)) &&
      (this.#all.size < this.limits.total || this.#closeOneOf(this.#all))
    if (!hasRoom) return socket.destroy()
    const connection = { socket, client, exchanges: new Set() }
    this.#ofSocket.set(socket, connection)
    this.#changed(connection)
    socket.once("close", () => this.#forget(connection))
  }

  /**
   * @param {Set<Connection>} connections
   * @returns {boolean} Whether one was closed.
   */
  #closeOneOf(connections) {
    for (const connection of connections) {
      if (!waitsForClient(connection)) continue
      connection.socket.destroy()
      this.#forget(connection)
      return true
    }
    return false
  }

  /** @param {Connection} connection Now the last. */
  #changed(connection) {
    const ofClient = this.#ofClient.get(connection.client) ?? new Set()
    this.#ofClient.set(connection.client, ofClient)
    for (const connections of [this.#all, ofClient]) {
      connections.delete(connection)
      connections.add(connection)
    }
  }

  /** @param {Connection} connection */
  #forget(connection) {
    this.#all.delete(connection)
    const ofClient = this.#ofClient.get(connection.client)
    ofClient?.delete(connection)
    if (ofClient?.size === 0) this.#ofClient.delete(connection.client)
  }
}

/**
 * Whether nothing happens on a connection until its client does something.
 *
 * @param {Connection} connection
 */
function waitsForClient({ exchanges }) {
  return [...exchanges].every(
    (res) => !res.req.complete || res.writableEnded || res.writableNeedDrain,
  )
}
