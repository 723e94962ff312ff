import { connect, type Socket } from "node:net"
import { setTimeout as wait } from "node:timers/promises"

/** `[1, id, error, value]`. */
type Answer = [
  type: 1,
  id: number,
  error: { error: string; message: string } | null,
  value: unknown,
]

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

/**
 * A connection to Firefox's Marionette, by which geckodriver drives it too: `length:json`, where a
 * command is `[0, id, name, parameters]`. Nothing in npm that is kept speaks it.
 *
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  private received = Buffer.alloc(0)
  private lastId = 0
  private readonly waiting = new Map<number, Waiting>()

  private constructor(private readonly socket: Socket) {
    socket.on("data", (data: Buffer) => this.read(data))
    socket.on("error", (error) => this.end(error))
    socket.on("close", () => this.end(new Error("Firefox has closed the connection.")))
  }

  /**
   * Connects to a Firefox that has just been started with `--marionette`.
   *
   * @throws {Error} When nothing listens on the port within ten seconds.
   */
  static async connect(port: number): Promise<Marionette> {
    const deadline = Date.now() + 10_000
    for (;;) {
      const socket = connect(port, "127.0.0.1")
      const opened = await new Promise<boolean>((resolve) => {
        socket.once("connect", () => resolve(true))
        socket.once("error", () => resolve(false))
      })
      if (opened) return new Marionette(socket)
      if (Date.now() > deadline) throw new Error(`No Marionette listens on port ${port}.`)
      await wait(50)
    }
  }

  /**
   * Sends a command.
   *
   * @returns Its value.
   * @throws {Error} With Firefox's words, if it fails, or if Firefox ends before it answers.
   */
  async send(name: string, parameters: object): Promise<unknown> {
    const id = ++this.lastId
    const message = JSON.stringify([0, id, name, parameters])
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.socket.write(`${Buffer.byteLength(message)}:${message}`)
    })
  }

  /** Firefox quits when its connection is closed: first close the browser. */
  close() {
    this.socket.destroy()
  }

  private read(data: Buffer) {
    this.received = Buffer.concat([this.received, data])
    for (;;) {
      const colon = this.received.indexOf(":")
      if (colon < 0) return
      const end = colon + 1 + Number(this.received.toString("latin1", 0, colon))
      if (this.received.length < end) return
      const message: unknown = JSON.parse(this.received.toString("utf8", colon + 1, end))
      this.received = this.received.subarray(end)
      // The first message is a greeting: an object.
      if (Array.isArray(message)) this.answer(message as Answer)
    }
  }

  private answer([, id, error, value]: Answer) {
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`))
    else waiting?.resolve((value as { value: unknown }).value)
  }

  private end(error: Error) {
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}
