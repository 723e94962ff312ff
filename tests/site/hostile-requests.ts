/** One request that nobody means well with. */
export type HostileRequest = { path: string; init: RequestInit }

/** What no answer and no log may hold. Each request carries it somewhere. */
export const marker = "xq7-marker"

/** Numbers from 0 to below 1, the same every time: mulberry32. */
export function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const paths =
  "/ /install /no-such-page /favicon.svg /_next/image /_next/data/x/index.json /_next/static/chunks/%2e%2e/x /api /api/health /api/demo/account /api/demo/rows /api/demo/rows?userId=x /api/passkeys /api/passkeys/other-sessions /api/auth /api/auth/csrf /api/auth/providers /api/auth/session /api/auth/signin /api/auth/signin/passkey /api/auth/signin/github /api/auth/signout /api/auth/error /api/auth/verify-request /api/auth/callback /api/auth/callback/passkey /api/auth/callback/unknown /api/auth/callback/passkey/more /api/auth/webauthn-options/passkey /api/auth/webauthn-options/unknown /api/auth/webauthn-options /api/auth/__proto__ /api/auth/constructor /api/auth/undefined /%ff /api/auth/%E0%A4%A /..%2f..%2fetc%2fpasswd //evil.example/api/auth/session".split(
    " ",
  )
const methods = "GET GET GET POST POST POST HEAD PUT PATCH DELETE OPTIONS".split(" ")
const keys =
  "action email callbackUrl csrfToken data error code json nextauth url w q __proto__".split(" ")
const cookies =
  "authjs.challenge authjs.session-token authjs.session-token.0 authjs.csrf-token authjs.callback-url __Secure-authjs.session-token".split(
    " ",
  )
const types = [
  "application/x-www-form-urlencoded",
  "application/json",
  "multipart/form-data; boundary=x",
  "text/plain",
  "",
]

/** Makes requests, each with something wrong, from a seed. */
export function hostileRequests(seed: number, count: number): HostileRequest[] {
  const random = seeded(seed)
  const pick = <T>(list: T[]) => list[Math.floor(random() * list.length)] as T
  const sometimes = (share: number) => random() < share
  const noise = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(Math.floor(random() * 0x250))).join("")

  const value = (): string =>
    pick([
      () => "",
      () => "register",
      () => "authenticate",
      () => `${marker}@passkeys.example\0`,
      () => `${marker}@example.com`,
      () => "a".repeat(Math.floor(random() * 3_000)),
      () => noise(40),
      () => "' OR 1=1 --",
      () => "<script>alert(1)</script>",
      () => "../../../../etc/passwd",
      () => "javascript:alert(1)",
      () => "https://evil.example/",
      () => "//evil.example",
      () => "http://[",
      () => "{{7*7}}${7*7}",
      () => "\ud800",
      credential,
    ])()

  const bytes = (length: number) => Buffer.from(noise(length)).toString("base64url")

  function credential(): string {
    const data = {
      id: bytes(16),
      rawId: bytes(16),
      type: pick(["public-key", "password", 7]),
      response: {
        clientDataJSON: pick([bytes(60), clientData()]),
        attestationObject: pick([undefined, bytes(200), "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVg"]),
        authenticatorData: pick([undefined, bytes(37)]),
        signature: bytes(70),
        userHandle: pick([undefined, null, marker]),
        transports: pick([undefined, ["internal"], [{}], "usb"]),
      },
      clientExtensionResults: pick([{}, null, { __proto__: {} }]),
    }
    const text = JSON.stringify(data)
    return sometimes(0.2) ? text.slice(0, Math.floor(random() * text.length)) : text
  }

  function clientData() {
    const type = pick(["webauthn.create", "webauthn.get"])
    const client = { type, challenge: bytes(32), origin: "https://evil.example" }
    return Buffer.from(JSON.stringify(client)).toString("base64url")
  }

  function fields(): string {
    const parameters = new URLSearchParams()
    for (let i = 0; i < Math.floor(random() * 5); i++) parameters.append(pick(keys), value())
    return sometimes(0.1) ? `${parameters}&%zz=%ff&${marker}` : String(parameters)
  }

  /** Nearly right, so that it comes far. */
  const answer = () =>
    String(new URLSearchParams({ action: pick(["register", "authenticate"]), data: credential() }))

  return Array.from({ length: count }, () => {
    const method = pick(methods)
    const headers = new Headers()
    if (sometimes(0.5)) headers.set("Content-Type", pick(types))
    if (sometimes(0.4))
      headers.set("Cookie", `${pick(cookies)}=${encodeURIComponent(`${marker}${noise(20)}`)}; =; ;`)
    if (sometimes(0.2))
      headers.set("Cookie", `${pick(cookies)}=${marker}%E0%A4%A|${"x".repeat(900)}`)
    if (sometimes(0.2)) headers.set("X-Auth-Return-Redirect", "1")
    if (sometimes(0.2)) headers.set("X-Forwarded-For", `${marker}, ::::, 999.1.1.1`)
    if (sometimes(0.1)) headers.set("X-Forwarded-Host", "evil.example")
    if (sometimes(0.1)) headers.set("X-Middleware-Subrequest", "pages/_middleware")
    const toCallback = sometimes(0.15)
    const path = toCallback ? "/api/auth/callback/passkey" : pick(paths)
    const query = fields()
    if (toCallback) headers.set("Content-Type", types[0] ?? "")
    const mayHaveBody = !["GET", "HEAD"].includes(toCallback ? "POST" : method)
    const body = pick([
      () => answer(),
      () => fields(),
      () => credential(),
      () => noise(200),
      () => (sometimes(0.1) ? "x".repeat(70_000) : ""),
    ])()
    return {
      path: query && !toCallback && sometimes(0.6) ? `${path}?${query}` : path,
      init: {
        method: toCallback ? "POST" : method,
        headers,
        body: toCallback ? answer() : mayHaveBody ? body : undefined,
      },
    }
  })
}
