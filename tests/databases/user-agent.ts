import type { NextAuthResult } from "next-auth"
import { NextRequest } from "next/server"
import { SoftwareAuthenticator, type Circumstances } from "../support/software-authenticator"

export const origin = "http://localhost:3000"

/** The second request of a ceremony, as whoever reads the traffic could copy it. */
export type CapturedRequest = { cookie: string; body: string }

/**
 * Sends a copy of a ceremony's second request, from a browser without any other cookie.
 *
 * @returns The error that the page is told, or `null`, and whether a session came with it.
 */
export async function sendCopy(
  handlers: NextAuthResult["handlers"],
  { cookie, body }: CapturedRequest,
) {
  const headers = { cookie, "X-Auth-Return-Redirect": "1" }
  const url = new URL("/api/auth/callback/passkey", origin)
  const request = new NextRequest(url, {
    method: "POST",
    headers,
    body: new URLSearchParams(body),
  })
  const response = await handlers.POST(request)
  const { url: next } = await response.json()
  return {
    error: new URL(next).searchParams.get("error"),
    hasSession: response.headers
      .getSetCookie()
      .some((line) => /^authjs\.session-token=[^;]/.test(line)),
  }
}

/**
 * A browser as Auth.js sees one: it keeps cookies, and runs ceremonies with an authenticator. Each
 * ceremony returns the error that the page is told, or `null`.
 */
export class UserAgent {
  private readonly cookies = new Map<string, string>()

  constructor(
    readonly handlers: NextAuthResult["handlers"],
    public authenticator = new SoftwareAuthenticator(origin),
  ) {}

  /** Creates a passkey. */
  async register(
    email?: string,
    deviations?: Partial<Circumstances>,
    fields?: Record<string, string>,
  ): Promise<string | null> {
    const end = await this.beginRegistration(email)
    return end(deviations, fields)
  }

  /** The first half of a registration. What it returns is the second half. */
  async beginRegistration(email?: string, query?: Record<string, string>) {
    const { challenge, error } = await this.options("register", email, query)
    return async (
      deviations?: Partial<Circumstances>,
      fields?: Record<string, string>,
    ): Promise<string | null> => {
      const response = this.authenticator.create(challenge ?? "", deviations)
      return error ?? this.respond("register", response, fields)
    }
  }

  /** Signs in with the passkey. */
  async signIn(deviations?: Partial<Circumstances>): Promise<string | null> {
    const { challenge, error } = await this.options("authenticate")
    return (
      error ?? this.respond("authenticate", this.authenticator.get(challenge ?? "", deviations))
    )
  }

  /** Begins a ceremony, and returns its second request instead of sending it. */
  async capture(action: "register" | "authenticate", email?: string): Promise<CapturedRequest> {
    const { challenge = "" } = await this.options(action, email)
    const data =
      action === "register"
        ? this.authenticator.create(challenge)
        : this.authenticator.get(challenge)
    const body = new URLSearchParams({ action, data: JSON.stringify(data) })
    return { cookie: this.cookieHeader(), body: body.toString() }
  }

  /** The e-mail address of the session, or `null` when signed out. */
  async email(): Promise<string | null> {
    const response = await this.request("GET", "/api/auth/session")
    const session = await response.json()
    return session?.user?.email ?? null
  }

  /**
   * Takes the other's session, and leaves its own: what a sign-in without a passkey, or a sign-out,
   * does to the tabs of one browser. A sign-in with a passkey would replace the challenge too.
   */
  takeSessionOf(other: UserAgent) {
    const name = "authjs.session-token"
    const token = other.cookies.get(name)
    if (token) this.cookies.set(name, token)
    else this.cookies.delete(name)
  }

  async request(method: "GET" | "POST", path: string, body?: URLSearchParams): Promise<Response> {
    const headers = { cookie: this.cookieHeader(), "X-Auth-Return-Redirect": "1" }
    const url = new URL(path, origin)
    return this.keepCookies(
      await this.handlers[method](new NextRequest(url, { method, headers, body })),
    )
  }

  /** Sends JSON to an endpoint beside Auth.js, from a page of this site. Keeps the cookies that it sets. */
  async send(
    handler: (request: NextRequest) => Promise<Response>,
    method: string,
    body: unknown,
    from = origin,
    path = "/api",
  ): Promise<Response> {
    const headers = {
      cookie: this.cookieHeader(),
      "content-type": "application/json",
      origin: from,
    }
    const init = { method, headers, body: JSON.stringify(body) }
    return this.keepCookies(await handler(new NextRequest(new URL(path, origin), init)))
  }

  /** Forgets a cookie. */
  dropCookie = (name: string) => void this.cookies.delete(name)

  /** The value of a cookie. */
  cookie = (name: string) => this.cookies.get(name)

  setCookie = (name: string, value: string) => void this.cookies.set(name, value)

  private cookieHeader = () =>
    [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ")

  private keepCookies(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.cookies.set(name, value)
    }
    return response
  }

  private async options(
    action: "register" | "authenticate",
    email?: string,
    more?: Record<string, string>,
  ) {
    const query = new URLSearchParams({ action, ...(email && { email }), ...more })
    const response = await this.request("GET", `/api/auth/webauthn-options/passkey?${query}`)
    const { options, error }: { options?: { challenge: string }; error?: string } =
      await response.json()
    return { challenge: options?.challenge, error }
  }

  private async respond(
    action: "register" | "authenticate",
    data: unknown,
    fields?: Record<string, string>,
  ): Promise<string | null> {
    const body = new URLSearchParams({ ...fields, action, data: JSON.stringify(data) })
    const response = await this.request("POST", "/api/auth/callback/passkey", body)
    const { url, error } = await response.json()
    return url ? new URL(url).searchParams.get("error") : error
  }
}
