import { connect, type Socket } from "node:net"

/** One connection, on which bytes are sent as they are. */
export type RawConnection = {
  socket: Socket
  /** What came back so far. */
  received: () => string
  /** Whether the other end has closed it. */
  isClosed: () => boolean
  closed: Promise<void>
}

/**
 * Connects to a site.
 *
 * @param origin Its address.
 * @param host The address to connect to, where it is not the one that `localhost` is first.
 */
export async function connectTo(origin: string, host = "127.0.0.1"): Promise<RawConnection> {
  const socket = connect(Number(new URL(origin).port), host)
  let received = ""
  let isClosed = false
  socket.on("data", (data) => (received += data.toString("latin1")))
  // The site may close a connection while something is sent on it.
  socket.on("error", () => {})
  const closed = new Promise<void>((resolve) =>
    socket.on("close", () => {
      isClosed = true
      resolve()
    }),
  )
  await new Promise<void>((resolve) => {
    socket.once("connect", resolve)
    socket.once("close", () => resolve())
  })
  return { socket, received: () => received, isClosed: () => isClosed, closed }
}

/**
 * Sends bytes on a connection of their own.
 *
 * @returns What came back until the site closed the connection.
 */
export async function sendRaw(origin: string, bytes: string): Promise<string> {
  const connection = await connectTo(origin)
  connection.socket.write(bytes, "latin1")
  await connection.closed
  return connection.received()
}
