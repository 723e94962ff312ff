import { expect, test } from "vitest"
import { checkResponse } from "./check-response"
import { example } from "./example"

const site = "https://app.example.com"
const optionsPath = "/api/auth/webauthn-options/passkey"

const challenge = "Vu8uDqnkwOjd83KLj6Scn2BgFNLFbGR7Kq_XJJwQnnY"
const signIn = {
  rpId: "app.example.com",
  challenge,
  timeout: 300_000,
  userVerification: "required",
}
const registration = {
  rp: { name: "app.example.com", id: "app.example.com" },
  user: { id: "MTIz", name: "a@example.com", displayName: "a@example.com" },
  challenge,
  timeout: 300_000,
  pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
  authenticatorSelection: { residentKey: "required", userVerification: "required" },
}

/** A response without a fault, as lines that a test changes. */
const headers = {
  "content-type": "application/json",
  "cache-control": "private, no-cache, no-store",
  "strict-transport-security": "max-age=63072000",
  "permissions-policy": "publickey-credentials-get=(self), publickey-credentials-create=(self)",
  "set-cookie":
    "__Secure-authjs.challenge=eyJhbGciOiJkaXIi; Max-Age=900; Path=/; HttpOnly; Secure; SameSite=Lax",
}

const print = (
  options: object,
  changed: Record<string, string | undefined> = {},
  status = "HTTP/2 200",
) => {
  const lines = Object.entries({ ...headers, ...changed })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`)
  return [status, ...lines, "", JSON.stringify({ options })].join("\r\n")
}

const page = (policy: string | undefined, more = {}) =>
  print({}, { "content-type": "text/html", "content-security-policy": policy, ...more }).replace(
    '{"options":{}}',
    "<!doctype html>",
  )

/** What isn't right, as "verdict: what". */
function faultsOf(text: string, address = site) {
  const { findings, problem } = checkResponse(text, address)
  expect(problem).toBeUndefined()
  return findings
    ?.filter(({ verdict }) => verdict !== "right")
    .map(({ verdict, what }) => `${verdict}: ${what}`)
}

test("nothing is wrong with a response of an app that is set up well", () => {
  expect(faultsOf(print(signIn))).toEqual([])
  expect(faultsOf(print(registration))).toEqual([])
  const { findings } = checkResponse(print(signIn), site)
  expect(findings?.map(({ what }) => what)).toEqual([
    "The RP ID is app.example.com",
    "The challenge has 32 bytes",
    "User verification is required",
    "The timeout is 300 seconds",
    "__Secure-authjs.challenge has the right flags",
    "No cache keeps the response",
    "Browsers stay on https",
    "Permissions-Policy allows publickey-credentials-get",
    "Permissions-Policy allows publickey-credentials-create",
  ])
})

test.each([
  ["with the command and the prompt", `$ curl -si ${site}/x\n${print(signIn)}$ `, ""],
  ["of curl -v", print(signIn).replaceAll(/^/gm, "< ").replace("< {", "{"), site],
  ["after a redirect", `HTTP/1.1 301 Moved\nlocation: ${site}/y\n\n${print(signIn)}`, site],
  ["for an address without https://", print(signIn), "app.example.com"],
  ["for a subdomain", print(signIn), "https://one.app.example.com/sign-in?x"],
])("it reads a response %s", (_, text, address) => {
  expect(faultsOf(text, address)).toEqual([])
})

test.each(["my-app.vercel.app", "me.github.io", "shop.example.co.uk"])(
  "%s may be its own RP ID",
  (host) => expect(faultsOf(print({ ...signIn, rpId: host }), `https://${host}`)).toEqual([]),
)

const cookie = (attributes: string, name = "__Secure-authjs.challenge") => ({
  "set-cookie": `${name}=x; ${attributes}`,
})
const good = "Path=/; HttpOnly; Secure; SameSite=Lax"

test.each<[fault: string, text: string, address?: string]>([
  [
    "wrong: The RP ID is localhost, and the address is app.example.com",
    print({ ...signIn, rpId: "localhost" }),
  ],
  [
    "wrong: The RP ID is example.org, and the address is app.example.com",
    print({ ...signIn, rpId: "example.org" }),
  ],
  // Not at a dot, and below the host.
  [
    "wrong: The RP ID is p.example.com, and the address is app.example.com",
    print({ ...signIn, rpId: "p.example.com" }),
  ],
  [
    "wrong: The RP ID is x.app.example.com, and the address is app.example.com",
    print({ ...signIn, rpId: "x.app.example.com" }),
  ],
  [
    "wrong: The RP ID is vercel.app, which is a public suffix",
    print({ ...signIn, rpId: "vercel.app" }),
    "https://app-git-main-me.vercel.app",
  ],
  ["wrong: The RP ID is com, which is a public suffix", print({ ...signIn, rpId: "com" })],
  [
    "wrong: The RP ID is co.uk, which is a public suffix",
    print({ ...signIn, rpId: "co.uk" }),
    "https://shop.example.co.uk",
  ],
  [
    "wrong: The RP ID is amazonaws.com, and the address is my-app.s3.amazonaws.com",
    print({ ...signIn, rpId: "amazonaws.com" }),
    "https://my-app.s3.amazonaws.com",
  ],
  ["doubtful: There is no RP ID", print({ ...signIn, rpId: undefined })],
  ["wrong: The challenge has 15 bytes", print({ ...signIn, challenge: "x".repeat(20) })],
  ["wrong: The challenge isn't base64url", print({ ...signIn, challenge: "a+b/" })],
  ["doubtful: User verification isn't required", print({ ...signIn, userVerification: undefined })],
  ["doubtful: User verification is preferred", print({ ...signIn, userVerification: "preferred" })],
  [
    "wrong: Passkeys need not be discoverable",
    print({ ...registration, authenticatorSelection: { userVerification: "required" } }),
  ],
  ["wrong: RS256 is missing", print({ ...registration, pubKeyCredParams: [{ alg: -7 }] })],
  ["doubtful: The timeout is 60 seconds", print({ ...signIn, timeout: 60_000 })],
  ["doubtful: There is no timeout", print({ ...signIn, timeout: undefined })],
  [
    "doubtful: The response lists passkeys of an account",
    print({ ...signIn, allowCredentials: [{ id: "x" }] }),
  ],
  ["wrong: There is no challenge cookie", print(signIn, { "set-cookie": undefined })],
  [
    "wrong: Auth.js treats your site as http",
    print(signIn, cookie("Path=/; HttpOnly; SameSite=Lax", "authjs.challenge")),
  ],
  [
    "wrong: __Secure-authjs.challenge isn't Secure",
    print(signIn, cookie("Path=/; HttpOnly; SameSite=Lax")),
  ],
  [
    "wrong: __Secure-authjs.challenge isn't HttpOnly",
    print(signIn, cookie("Path=/; Secure; SameSite=Lax")),
  ],
  [
    "doubtful: __Secure-authjs.challenge has no SameSite",
    print(signIn, cookie("Path=/; HttpOnly; Secure")),
  ],
  [
    "doubtful: __Secure-authjs.challenge is SameSite=None",
    print(signIn, cookie("Path=/; HttpOnly; Secure; SameSite=None")),
  ],
  [
    "doubtful: __Secure-authjs.challenge is for example.com",
    print(signIn, cookie(`${good}; Domain=example.com`)),
  ],
  [
    "wrong: __Secure-authjs.challenge isn't for the whole site",
    print(signIn, cookie("Path=/app; HttpOnly; Secure; SameSite=Lax")),
  ],
  ["doubtful: There is no Cache-Control", print(signIn, { "cache-control": undefined })],
  [
    "wrong: Cache-Control is public, max-age=60",
    print(signIn, { "cache-control": "public, max-age=60" }),
  ],
  ["wrong: This response comes from a cache", print(signIn, { "cf-cache-status": "HIT" })],
  ["wrong: This response comes from a cache", print(signIn, { age: "12" })],
  [
    "doubtful: Strict-Transport-Security is missing",
    print(signIn, { "strict-transport-security": undefined }),
  ],
  [
    "doubtful: Strict-Transport-Security is max-age=60",
    print(signIn, { "strict-transport-security": "max-age=60" }),
  ],
  [
    "wrong: Permissions-Policy turns publickey-credentials-get off",
    print(signIn, { "permissions-policy": "publickey-credentials-get=()" }),
  ],
  [
    "wrong: Permissions-Policy allows publickey-credentials-create elsewhere only",
    print(signIn, { "permissions-policy": `publickey-credentials-create=("https://x.example")` }),
  ],
  ["doubtful: There is no Content-Security-Policy", page(undefined, { "x-frame-options": "DENY" })],
  ["doubtful: Any site may put the page into a frame", page("default-src 'self'")],
  [
    "doubtful: Any site may put the page into a frame",
    page("default-src 'self'; frame-ancestors *", { "x-frame-options": "DENY" }),
  ],
  [
    "doubtful: Any site may put the page into a frame",
    page("default-src 'self'", { "x-frame-options": "ALLOW-FROM https://a.example" }),
  ],
  [
    "wrong: The policy blocks requests to Auth.js",
    page("connect-src https://api.example.com; frame-ancestors 'none'"),
  ],
  [
    "wrong: The policy blocks requests to Auth.js",
    page("default-src 'none'; script-src 'self'; frame-ancestors 'none'"),
  ],
  [
    "wrong: The policy blocks Auth.js's own page",
    page("default-src 'self'; frame-ancestors 'none'"),
    `${site}/api/auth/signin`,
  ],
  [
    "wrong: The address is http",
    print(signIn, cookie("Path=/; HttpOnly; SameSite=Lax", "authjs.challenge")),
    "http://app.example.com",
  ],
  ["wrong: Nothing is at this address", "HTTP/2 404\n\n"],
  ["wrong: Something in front of the app wants a sign-in", "HTTP/2 401\n\nAuthentication Required"],
  [
    "wrong: Something in front of the app wants a sign-in",
    "HTTP/2 302\nlocation: https://vercel.com/sso-api?url=x\n\n",
  ],
  ["wrong: The status is 204", "HTTP/2 204\n\n"],
  [
    "wrong: Requests to Auth.js are redirected to /sign-in",
    "HTTP/2 307\nlocation: /sign-in?callbackUrl=x\n\n",
    `${site}${optionsPath}`,
  ],
  [
    `doubtful: It redirects to ${optionsPath}/`,
    `HTTP/2 308\nlocation: ${optionsPath}/\n\n`,
    `${site}${optionsPath}`,
  ],
  ["wrong: The proxy got no valid response from the app", "HTTP/1.1 502 Bad Gateway\n\n<html>"],
  [
    "wrong: The request's headers are too large",
    "HTTP/1.1 431 Request Header Fields Too Large\n\n",
  ],
  [
    "wrong: The request's headers are too large",
    "HTTP/1.1 400 Bad Request\n\n<title>400 Request Header Or Cookie Too Large</title>",
  ],
  ["wrong: Auth.js refuses the request", `HTTP/2 400\n\n{"error":"Invalid request"}`],
  [
    "wrong: Auth.js refuses to work",
    `HTTP/2 500\n\n{"message":"There was a problem with the server configuration. Check the server logs for more information."}`,
  ],
  [
    "wrong: It redirects to http://localhost:3000",
    "HTTP/2 302\nlocation: http://localhost:3000/sign-in\n\n",
  ],
  [
    "doubtful: It redirects to https://www.example.com",
    "HTTP/2 308\nlocation: https://www.example.com/\n\n",
  ],
  [
    "wrong: Auth.js ended with error=Configuration",
    "HTTP/2 302\nlocation: /sign-in?error=Configuration\n\n",
  ],
  [
    "wrong: The certificate isn't valid for this address",
    "curl: (60) SSL certificate problem: self-signed certificate\nMore details here: https://curl.se/docs/sslcerts.html",
  ],
  [
    "wrong: The host name has no address",
    `$ curl -sSi '${site}'\ncurl: (6) Could not resolve host: app.example.com`,
  ],
  [
    "wrong: The site can't be reached",
    "curl: (7) Failed to connect to app.example.com port 443 after 0 ms: Couldn't connect to server",
  ],
  [
    "wrong: The TLS connection failed",
    "curl: (35) OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number",
  ],
  ["wrong: No response came", "curl: (16) Error in the HTTP2 framing layer"],
  [
    "wrong: Auth.js doesn't trust the host",
    "[auth][error] UntrustedHost: Host must be trusted. URL was: http://localhost:3000",
  ],
])("%s", (fault, text, address = site) => {
  expect(faultsOf(text, address)).toEqual([fault])
})

test.each([
  ["a page", page("default-src 'self'; frame-ancestors 'none'")],
  ["nothing, as for curl -I", print(signIn).replace(/\{.*/, "")],
])("%s in place of options", (_, text) => {
  expect(faultsOf(text, `${site}${optionsPath}`)).toEqual(["wrong: The response has no options"])
  // The path is in the pasted command, and the site is typed.
  const asked = `$ curl -si '${site}${optionsPath}'\n${text}`
  expect(faultsOf(asked)).toEqual(["wrong: The response has no options"])
})

test.each([
  ["its own origin by name", page("connect-src https://app.example.com; frame-ancestors 'self'")],
  ["all its subdomains", page("connect-src https://*.example.com; frame-ancestors 'self'")],
  ["https", page("connect-src https:; frame-ancestors 'self'")],
  [
    "passkeys on its own origin by name",
    print(signIn, { "permissions-policy": `publickey-credentials-get=("${site}")` }),
  ],
  ["a challenge cookie of another name", print(signIn, cookie(good, "__Host-passkey-challenge"))],
])("a site may allow or use %s", (_, text) => {
  expect(faultsOf(text)).toEqual([])
})

test("a cached cookie that isn't of Auth.js may be the same for everybody", () => {
  const language = { "set-cookie": "NEXT_LOCALE=en; Path=/", "x-nextjs-cache": "HIT" }
  const text = page("default-src 'self'; frame-ancestors 'none'", language)
  expect(faultsOf(text)).toEqual(["doubtful: This response comes from a cache"])
})

test("Auth.js's own page is known by its script, whatever address was typed", () => {
  const script = `<script src="https://unpkg.com/@simplewebauthn/browser@v9.0.1/dist/bundle/index.umd.min.js">`
  const text = `${page("default-src 'self'; frame-ancestors 'none'")}${script}`
  expect(faultsOf(text)).toEqual(["wrong: The policy blocks Auth.js's own page"])
})

test("a large header is one that nginx may not take", () => {
  const [fault] = faultsOf(print(signIn, { link: "x".repeat(4_000) })) ?? []
  expect(fault).toMatch(/^doubtful: The headers have 4\d{3} bytes$/)
})

test("a cookie that browsers drop", () => {
  const faults = faultsOf(print(signIn, cookie(good)).replace("=x;", `=${"x".repeat(4_975)};`))
  expect(faults).toContain("wrong: __Secure-authjs.challenge has 5001 bytes")
})

test("on an IP address nothing works", () => {
  expect(faultsOf(print({ ...signIn, rpId: "127.0.0.1" }), "https://127.0.0.1")).toEqual([
    "wrong: The address is an IP address",
  ])
})

test("on this machine, http is right", () => {
  const local = print(
    { ...signIn, rpId: "localhost" },
    cookie("Path=/; HttpOnly; SameSite=Lax", "authjs.challenge"),
  )
  expect(faultsOf(local, "http://localhost:3000")).toEqual([])
})

test("the example has two mistakes of one cause", () => {
  expect(faultsOf(example.text, example.site)).toEqual([
    "wrong: The RP ID is localhost, and the address is app.example.com",
    "wrong: Auth.js treats your site as http",
    "doubtful: There is no Cache-Control",
    "doubtful: Strict-Transport-Security is missing",
  ])
})

test.each([
  ["", site, /no response in this text/],
  ["hello", site, /first line looks like HTTP\/2 200/],
  [`{"options":{}}`, site, /Run curl with -sSi/],
  [print(signIn), "", /Enter the address/],
  [print(signIn), "not an address", /can't be read/],
  [print(signIn).slice(0, -20), site, /JSON after the headers is incomplete/],
  ["x".repeat(500_001), site, /too long/],
])("bad input says what is missing: %#", (text, address, problem) => {
  const result = checkResponse(text, address)
  expect(result.problem).toMatch(problem)
  expect(result.findings).toBeUndefined()
})

test("whatever is pasted, nothing is thrown", () => {
  const text = print(registration)
  for (let end = 0; end < text.length; end += 7) {
    expect(() => checkResponse(text.slice(0, end), site)).not.toThrow()
    expect(() => checkResponse(text.slice(end), site)).not.toThrow()
  }
  for (const options of [null, 1, [], "x", { rp: 1, pubKeyCredParams: 2 }, { rp: null }])
    expect(() => checkResponse(print(options as object), site)).not.toThrow()
})
