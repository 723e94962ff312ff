import { doubtful, right, wrong, type Finding } from "./finding"
import { headerOf, valuesOf, type PastedResponse } from "./read-response"

/** Checks what a page's Content-Security-Policy does to passkeys, and who may frame the page. */
export function* checkPagePolicy(response: PastedResponse, address: URL): Generator<Finding> {
  const policies = valuesOf(response, "content-security-policy").flatMap((value) =>
    value.split(",").map(directivesOf),
  )
  if (policies.length === 0)
    yield doubtful(
      "There is no Content-Security-Policy",
      "A script that gets into the page can start a ceremony on your user's behalf.",
      "/production#send-the-headers",
    )
  // Each policy must allow it (CSP3 §4.1.2).
  for (const policy of policies) {
    yield* checkRequests(policy, address)
    yield* checkScripts(policy, response, address)
  }
  if (isFramedByAll(policies, headerOf(response, "x-frame-options")))
    yield doubtful(
      "Any site may put the page into a frame",
      "Send frame-ancestors 'none', or X-Frame-Options: DENY.",
      "/production#send-the-headers",
    )
  else yield right("Other sites can't put the page into a frame")
}

type Policy = Map<string, string>

/** Of the two, browsers read `frame-ancestors` only (CSP3 §6.4.2.2). They ignore `ALLOW-FROM`. */
function isFramedByAll(policies: Policy[], frameOptions = ""): boolean {
  const ancestors = policies.flatMap((policy) => policy.get("frame-ancestors") ?? [])
  if (ancestors.length === 0) return !/^(deny|sameorigin)$/i.test(frameOptions)
  return ancestors.every((sources) => /(^|\s)(\*|https?:)(\s|$)/.test(sources))
}

function directivesOf(text: string): Policy {
  const directives = text.split(";").map((directive): [string, string] => {
    const [name = "", ...sources] = directive.trim().split(/\s+/)
    return [name.toLowerCase(), sources.join(" ")]
  })
  // Of two with one name, the first counts (CSP3 §2.2.1).
  return new Map(directives.reverse())
}

function* checkRequests(policy: Policy, address: URL): Generator<Finding> {
  const sources = policy.get("connect-src") ?? policy.get("default-src")
  if (sources?.split(" ").some((source) => allows(source, address)) ?? true) return
  yield wrong(
    "The policy blocks requests to Auth.js",
    "The page asks /api/auth for options. Add connect-src 'self'.",
    "/errors/blocked-by-csp",
  )
}

/** Whether a source of a policy is, or contains, the page's own origin (CSP3 §6.7.2.8). */
function allows(source: string, { protocol, host }: URL): boolean {
  if (["'self'", "*", protocol].includes(source.toLowerCase())) return true
  const [, scheme = protocol, name = ""] =
    /^(?:(https?:)\/\/)?([^/]+)/.exec(source.toLowerCase()) ?? []
  if (scheme !== protocol && scheme !== "http:") return false
  return name === host || (name.startsWith("*.") && host.endsWith(name.slice(1)))
}

function* checkScripts(policy: Policy, { body }: PastedResponse, address: URL): Generator<Finding> {
  const sources = policy.get("script-src") ?? policy.get("default-src")
  const isOwnPage =
    address.pathname === "/api/auth/signin" || body.includes("unpkg.com/@simplewebauthn/browser@")
  if (sources === undefined || !isOwnPage) return
  if (/unpkg\.com/.test(sources) && /'sha\d+-|'unsafe-inline'/.test(sources)) return
  yield wrong(
    "The policy blocks Auth.js's own page",
    "It runs an inline script and one from unpkg.com. Don't send the policy for this page, or allow both scripts.",
    "/errors/blocked-by-csp",
  )
}
