import { Agent, request } from "node:http"
import { constants, setPriority } from "node:os"
import type { FloodCounts, FloodOrder } from "./flood"

// The process that `startFlood` starts. It sends until it's told to stop, and reports what it has done.

/** How often, in milliseconds, it reports. */
const reportEveryMs = 50

// It stands for other machines, whose processors aren't the site's: it has what the others here leave.
setPriority(constants.priority.PRIORITY_LOW)

/** A registration that no authenticator made. It comes without a challenge. */
const bogus = {
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key",
  response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
}
const body = new URLSearchParams({ action: "register", data: JSON.stringify(bogus) }).toString()
const post = {
  method: "POST",
  path: "/api/auth/callback/passkey",
  headers: {
    "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
    "Content-Length": Buffer.byteLength(body),
    "X-Auth-Return-Redirect": "1",
  },
}
const options = { path: "/api/auth/webauthn-options/passkey?action=authenticate", headers: {} }

const counts: FloodCounts = { posts: 0, options: 0, statuses: {} }
let stopped = false

/** Sends one request. Returns the status of the answer once it has been read; 0: there was none. */
const send = (agent: Agent, site: URL, address: string, isPost: boolean) =>
  new Promise<number>((resolve) => {
    const { headers, ...kind } = isPost ? post : options
    const sent = request({
      ...kind,
      agent,
      hostname: site.hostname,
      port: site.port,
      headers: { ...headers, "X-Forwarded-For": address },
    })
    sent.once("error", () => resolve(0))
    sent.once("response", (response) => {
      response.once("close", () => resolve(response.complete ? (response.statusCode ?? 0) : 0))
      response.resume()
    })
    sent.end(isPost ? body : undefined)
  })

async function flood({ site, addresses, clients }: FloodOrder) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  let next = 0
  const client = async () => {
    while (!stopped) {
      const isPost = next % 2 === 0
      const address = addresses[next++ % addresses.length] ?? ""
      const status = await send(agent, new URL(site), address, isPost)
      counts[isPost ? "posts" : "options"]++
      counts.statuses[status] = (counts.statuses[status] ?? 0) + 1
    }
  }
  const reports = setInterval(() => process.send?.(counts), reportEveryMs)
  await Promise.all(Array.from({ length: clients }, client))
  clearInterval(reports)
  agent.destroy()
  process.send?.(counts, () => process.disconnect())
}

process.once("message", (order: FloodOrder) => {
  process.once("message", () => (stopped = true))
  void flood(order)
})
// Whoever started it has ended.
process.once("disconnect", () => process.exit())
