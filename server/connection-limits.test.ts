import { once } from "node:events"
import type { IncomingMessage, Server, ServerResponse } from "node:http"
import { connect, type AddressInfo, type Socket } from "node:net"
import { setTimeout as wait } from "node:timers/promises"
import { afterEach, expect, test } from "vitest"
import { connectionLimits, Connections, descriptorLimit } from "./connection-limits.mjs"
import { listen } from "./listen.mjs"

let server: Server | undefined
const sockets: Socket[] = []

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  server?.closeAllConnections()
  server?.close()
})

async function start(
  limits: { total: number; perClient: number },
  answer: (req: IncomingMessage, res: ServerResponse) => void,
) {
  const connections = new Connections(limits)
  const started = listen({ port: 0, host: "127.0.0.1" }, answer, connections)
  server = started.server
  await started.listening
  const { port } = server.address() as AddressInfo
  const open = async (path?: string) => {
    const socket = connect(port, "127.0.0.1")
    socket.on("error", () => {})
    sockets.push(socket)
    await once(socket, "connect")
    if (path) socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    // Until the server has seen it.
    await wait(30)
    return socket
  }
  return { connections, open }
}

const isOpen = (socket: Socket) => !socket.destroyed && socket.readyState === "open"

test.each([
  ["the client's limit", { total: 100, perClient: 3 }],
  ["the process's limit", { total: 3, perClient: 100 }],
])("at %s the one that has waited longest makes room", async (_, limits) => {
  const { connections, open } = await start(limits, (_, res) => res.end("x"))
  const first = await open()
  const second = await open()
  const third = await open()
  // After the answer, the first has waited least.
  first.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
  await wait(30)
  const fourth = await open()
  expect([first, second, third, fourth].map(isOpen)).toEqual([true, false, true, true])
  expect(connections.size).toBe(3)
  fourth.destroy()
  await wait(30)
  expect(connections.size).toBe(2)
})

test("a connection that the server works for is kept: then the new one goes", async () => {
  const { connections, open } = await start({ total: 2, perClient: 2 }, () => {})
  const working = [await open("/"), await open("/")]
  const late = await open()
  expect(working.map(isOpen)).toEqual([true, true])
  expect(isOpen(late)).toBe(false)
  expect(connections.size).toBe(2)
})

test("one that does not read its answer waits for its client", async () => {
  const { open } = await start({ total: 2, perClient: 2 }, (_, res) => {
    res.write("x".repeat(16_000_000))
  })
  const unread = await open()
  unread.pause()
  unread.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
  // Until the buffers between the two are full.
  await wait(500)
  await open()
  const late = await open()
  await wait(50)
  unread.resume()
  await expect.poll(() => isOpen(unread), { timeout: 5_000 }).toBe(false)
  expect(isOpen(late)).toBe(true)
})

test("the limits leave descriptors for files and the database", () => {
  expect(connectionLimits(1_024, 0)).toEqual({ total: 448, perClient: 112 })
  expect(connectionLimits(2_048, 0)).toEqual({ total: 960, perClient: 240 })
  expect(connectionLimits(Infinity, 0)).toEqual({ total: 10_000, perClient: 2_500 })
  expect(connectionLimits(64, 0)).toEqual({ total: 16, perClient: 8 })
  // Behind a proxy all connections come from it.
  expect(connectionLimits(1_024, 1)).toEqual({ total: 448, perClient: 448 })
  expect(descriptorLimit()).toBeGreaterThan(0)
})
