import { SoftwareAuthenticator } from "./software-authenticator"

/** What a site answered: its status, its headers, and its body as JSON where it is JSON. */
export type VisitorResponse = { status: number; headers: Headers; body: Record<string, never> }

/**
 * A visitor with a browser's cookies and an authenticator, without the browser: runs ceremonies over
 * HTTP, thousands of them.
 *
 * @param origin The origin that the site believes to have (`AUTH_URL`).
 * @param address From where the visitor comes, where the site stands behind a proxy.
 */
export class Visitor {
  readonly #cookies = new Map<string, string>()
  readonly #passkeys: SoftwareAuthenticator[] = []

  constructor(
    private readonly origin: string,
    private readonly address?: string,
  ) {}

  /** Asks a process of the site, with this visitor's cookies, and keeps those that it sets. */
  async ask(site: string, path: string, init: RequestInit = {}): Promise<VisitorResponse> {
    const headers = new Headers(init.headers)
    headers.set("Cookie", [...this.#cookies].map((cookie) => cookie.join("=")).join("; "))
    if (this.address) headers.set("X-Forwarded-For", this.address)
    const response = await fetch(site + path, { ...init, headers, redirect: "manual" })
    for (const header of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      if (value) this.#cookies.set(name, value)
      else this.#cookies.delete(name)
    }
    const text = await response.text()
    const body = text.startsWith("{") ? JSON.parse(text) : {}
    return { status: response.status, headers: response.headers, body }
  }

  /** Creates a passkey: with a name, and an account; without, for the account that is signed in. */
  async register(site: string, name?: string): Promise<VisitorResponse> {
    const email = name && `${name}@passkeys.example`
    const query = new URLSearchParams({ action: "register", ...(email && { email }) })
    const answer = await this.ask(site, `/api/auth/webauthn-options/passkey?${query}`)
    if (answer.status !== 200) return answer
    return this.finishRegistration(site, answer)
  }

  /**
   * The second half of `register`: what comes after the options.
   *
   * @param posted Fields of the credential that the client posts in place of the true ones.
   */
  finishRegistration(
    site: string,
    { body }: VisitorResponse,
    posted = {},
  ): Promise<VisitorResponse> {
    const passkey = new SoftwareAuthenticator(this.origin)
    this.#passkeys.push(passkey)
    return this.post(site, "register", { ...passkey.create(challengeOf(body)), ...posted })
  }

  /** Signs in with the newest passkey. */
  async signIn(site: string): Promise<VisitorResponse> {
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    const answer = await this.ask(site, path)
    if (answer.status !== 200) return answer
    return this.finishSignIn(site, answer)
  }

  /** The second half of `signIn`: what comes after the options. */
  finishSignIn(site: string, { body }: VisitorResponse): Promise<VisitorResponse> {
    const passkey = this.#passkeys.at(-1)
    if (!passkey) throw new Error("This visitor has no passkey.")
    return this.post(site, "authenticate", passkey.get(challengeOf(body)))
  }

  /** Asks for a confirmation, and signs with a passkey: the newest, or an older one. */
  async confirm(site: string, deed: string, passkey = this.#passkeys.at(-1)): Promise<unknown> {
    const { status, body } = await this.askWithJson(site, "POST", "/api/passkeys/step-up", { deed })
    if (status !== 200) throw new Error(`No options to confirm: HTTP ${status}`)
    return passkey?.get(body.challenge ?? "")
  }

  /** Sends JSON, as a page of the site does. */
  askWithJson = (site: string, method: string, path: string, body: object) =>
    this.ask(site, path, {
      method,
      headers: { "Content-Type": "application/json", Origin: this.origin },
      body: JSON.stringify(body),
    })

  /** Its passkeys, the oldest first. */
  get passkeys(): readonly SoftwareAuthenticator[] {
    return this.#passkeys
  }

  /** Another device with this visitor's cookies, which go their own ways from here. */
  twin(address = this.address): Visitor {
    const twin = new Visitor(this.origin, address)
    for (const [name, value] of this.#cookies) twin.#cookies.set(name, value)
    return twin
  }

  /** The value of a cookie that it has. */
  cookie = (name: string) => this.#cookies.get(name)

  /** Sends a cookie from now on. */
  setCookie = (name: string, value: string) => void this.#cookies.set(name, value)

  /** Sends a cookie no longer. */
  dropCookie = (name: string) => void this.#cookies.delete(name)

  /** Forgets its cookies, as a browser does that was closed. */
  leave() {
    this.#cookies.clear()
  }

  /** Posts what an authenticator answered, or something else. */
  async post(site: string, action: string, data: unknown): Promise<VisitorResponse> {
    return this.ask(site, "/api/auth/callback/passkey", {
      method: "POST",
      headers: { "X-Auth-Return-Redirect": "1" },
      body: new URLSearchParams({ action, data: JSON.stringify(data) }),
    })
  }
}

/** Whether a ceremony ended well. Auth.js answers 200 also when not. */
export const succeeded = ({ status, body }: VisitorResponse) =>
  status === 200 && typeof body.url === "string" && !String(body.url).includes("error=")

const challengeOf = (body: VisitorResponse["body"]) =>
  (body.options as unknown as { challenge: string }).challenge
