import { Agent, request, type IncomingHttpHeaders } from "node:http"
import type { SoftwareAuthenticator } from "../tests/support/software-authenticator"

type Message = { method: "GET" | "POST"; path: string; body?: string; type?: string }
type SignInResponse = {
  status: number
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}
type Options = { challenge: string }
type Assertion = ReturnType<SoftwareAuthenticator["get"]>

/** How a server is spoken to, and how it says that somebody is signed in. */
export type Dialect = {
  options: Message
  verification(assertion: Assertion): Message
  signedIn(answer: SignInResponse): boolean
}

/** Auth.js, as the starter's `ceremony.ts` speaks to it. */
export const authJs: Dialect = {
  options: { method: "GET", path: "/api/auth/webauthn-options/passkey?action=authenticate" },
  verification: (assertion) => ({
    method: "POST",
    path: "/api/auth/callback/passkey",
    type: "application/x-www-form-urlencoded;charset=UTF-8",
    body: String(new URLSearchParams({ action: "authenticate", data: JSON.stringify(assertion) })),
  }),
  signedIn: ({ status, headers, body }) =>
    status === 200 &&
    !String(body.url).includes("error=") &&
    String(headers["set-cookie"]).includes("authjs.session-token="),
}

/** The server in peer.mjs. */
export const peer: Dialect = {
  options: { method: "GET", path: "/options" },
  verification: (assertion) => ({
    method: "POST",
    path: "/verify",
    type: "application/json",
    body: JSON.stringify(assertion),
  }),
  signedIn: ({ status, headers }) =>
    status === 200 && String(headers["set-cookie"]).includes("session="),
}

/** Somebody who signs in again and again over one connection, each time without a session. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(
    private readonly port: number,
    private readonly dialect: Dialect,
    private readonly authenticator: SoftwareAuthenticator,
  ) {}

  /** Runs one ceremony. Returns whether it ended with a session. */
  async signIn(): Promise<boolean> {
    const { body, headers } = await this.#ask(this.dialect.options)
    const options = body.options as Options | undefined
    if (!options) return false
    const cookie = (headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ")
    const assertion = this.authenticator.get(options.challenge)
    return this.dialect.signedIn(await this.#ask(this.dialect.verification(assertion), cookie))
  }

  close() {
    this.#agent.destroy()
  }

  #ask({ method, path, body, type }: Message, cookie?: string): Promise<SignInResponse> {
    const headers = {
      Accept: "application/json",
      ...(cookie && { Cookie: cookie }),
      ...(body && {
        "Content-Type": type,
        "Content-Length": Buffer.byteLength(body),
        "X-Auth-Return-Redirect": "1",
      }),
    }
    const options = {
      host: "127.0.0.1",
      port: this.port,
      agent: this.#agent,
      method,
      path,
      headers,
    }
    return new Promise((resolve, reject) => {
      const sending = request(options, (response) => {
        let text = ""
        response.setEncoding("utf8")
        response.on("data", (chunk: string) => (text += chunk))
        response.on("error", reject)
        response.on("end", () => {
          const body = text.startsWith("{") ? JSON.parse(text) : {}
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
        })
      })
      sending.on("error", reject)
      sending.end(body)
    })
  }
}
