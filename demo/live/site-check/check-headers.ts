import { doubtful, right, wrong, type Finding } from "./finding"
import { checkPagePolicy } from "./check-page-policy"
import { headerOf, valuesOf, type PastedResponse } from "./read-response"

/** 180 days. Less than that hardly protects. */
const minHstsSeconds = 15_552_000

/** What nginx reads of a response's headers by default, on most machines. */
const nginxBufferBytes = 4_096

/** Checks what the app or its proxy says with headers. */
export function checkHeaders(response: PastedResponse, address: URL): Finding[] {
  const isPage = headerOf(response, "content-type")?.includes("text/html")
  return [
    ...checkCaching(response),
    ...checkHsts(response, address),
    ...checkPermissions(response, address),
    ...checkSize(response),
    ...(isPage ? checkPagePolicy(response, address) : []),
  ]
}

function* checkCaching(response: PastedResponse): Generator<Finding> {
  const control = headerOf(response, "cache-control")?.toLowerCase()
  const cookies = valuesOf(response, "set-cookie")
  const setsCookie = cookies.length > 0
  // Another cookie, such as that of a language, may be the same for everybody.
  const bad = cookies.some((cookie) => cookie.includes("authjs.")) ? wrong : doubtful
  const hit = ["x-cache", "cf-cache-status", "x-vercel-cache", "x-nextjs-cache"].find((name) =>
    /\bhit\b/i.test(headerOf(response, name) ?? ""),
  )
  const age = Number(headerOf(response, "age") ?? 0)
  if (setsCookie && (hit || age > 0))
    yield bad(
      "This response comes from a cache",
      `${hit ?? "Age"} says so, and the response sets a cookie. Two people would get the same challenge or session. Exclude /api/auth from the cache.`,
    )
  if (!setsCookie) return
  if (control && /\bno-store\b/.test(control)) yield right("No cache keeps the response")
  else if (control && /\bpublic\b|\b(s-maxage|max-age)=[1-9]/.test(control))
    yield bad(
      `Cache-Control is ${control}`,
      "A cache may give this response, with its cookie, to somebody else. Use no-store.",
    )
  else
    yield doubtful(
      control ? `Cache-Control is ${control}` : "There is no Cache-Control",
      "The response sets a cookie for one person. Add Cache-Control: no-store for /api/auth in your proxy, especially if there is a CDN.",
      "/deploy/proxy",
    )
}

function* checkHsts(response: PastedResponse, address: URL): Generator<Finding> {
  if (address.protocol !== "https:") return
  const value = headerOf(response, "strict-transport-security")
  const seconds = Number(/max-age="?(\d+)/i.exec(value ?? "")?.[1] ?? 0)
  if (seconds >= minHstsSeconds) yield right("Browsers stay on https")
  else
    yield doubtful(
      value ? `Strict-Transport-Security is ${value}` : "Strict-Transport-Security is missing",
      "A first visit over http can be intercepted. Send max-age=63072000.",
      "/production#send-the-headers",
    )
}

function* checkPermissions(response: PastedResponse, address: URL): Generator<Finding> {
  const policy = headerOf(response, "permissions-policy") ?? ""
  for (const feature of ["get", "create"]) {
    const name = `publickey-credentials-${feature}`
    const [, allowed] = new RegExp(`${name}=(\\([^)]*\\)|\\*|self)`).exec(policy) ?? []
    if (allowed === undefined) continue
    if (/^\(\s*\)$/.test(allowed))
      yield wrong(
        `Permissions-Policy turns ${name} off`,
        `The browser refuses passkeys with NotAllowedError. Write ${name}=(self).`,
        "/errors/not-allowed",
      )
    else if (!/self|\*/.test(allowed) && !allowed.includes(`"${address.origin}"`))
      yield wrong(
        `Permissions-Policy allows ${name} elsewhere only`,
        `Your own pages are missing from ${allowed}. Write ${name}=(self).`,
        "/errors/not-allowed",
      )
    else yield right(`Permissions-Policy allows ${name}`)
  }
}

function* checkSize({ headers }: PastedResponse): Generator<Finding> {
  const bytes = headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)
  if (bytes > nginxBufferBytes)
    yield doubtful(
      `The headers have ${bytes} bytes`,
      "nginx answers 502 if they don't fit into proxy_buffer_size, which is 4 KB on most machines.",
      "/deploy/proxy#what-goes-wrong",
    )
}
