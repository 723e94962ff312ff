import { connect, createServer, type AddressInfo, type Socket } from "node:net"

/** The first byte of what a client sends with a statement: Query, Parse and Bind (PostgreSQL §54.7). */
const statements = new Set(["Q", "P", "B"].map((letter) => letter.charCodeAt(0)))

/**
 * Stands in front of a PostgreSQL, and holds each statement back for a while: a database that does
 * everything, and takes its time. Connecting is as quick as ever.
 *
 * @param url Of the database.
 * @returns The address of the same database through the proxy; `delay` sets how long, in milliseconds,
 *   each statement waits from now on.
 */
export async function startSlowProxy(url: string) {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let delayMs = 0
  const server = createServer((client) => {
    const database = connect(Number(port), hostname)
    database.pipe(client)
    // One after the other, also when the delay changes in between.
    let sent = Promise.resolve()
    client.on("data", (chunk: Buffer) => {
      const waitMs = statements.has(chunk[0] ?? 0) ? delayMs : 0
      const due = new Promise((resolve) => setTimeout(resolve, waitMs))
      sent = Promise.all([sent, due]).then(() => void database.write(chunk))
    })
    for (const socket of [client, database]) {
      open.add(socket)
      socket.on("error", () => socket.destroy())
      socket.on("close", () => open.delete(socket))
    }
    client.on("close", () => database.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const through = new URL(url)
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: through.href,
    delay: (milliseconds: number) => void (delayMs = milliseconds),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
