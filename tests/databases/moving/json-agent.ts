import { origin } from "../user-agent"

export type Handler = (request: Request) => Promise<Response>

/** A browser that sends JSON and keeps cookies. */
export class JsonAgent {
  readonly cookies = new Map<string, string>()

  constructor(private readonly handler: Handler) {}

  async send(path: string, body?: unknown, from = origin): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const response = await this.handler(
      new Request(new URL(path, origin), {
        method: body === undefined ? "GET" : "POST",
        headers: { cookie, origin: from, "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    )
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.cookies.set(name, value)
    }
    return response
  }
}
