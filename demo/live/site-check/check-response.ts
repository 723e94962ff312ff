import { checkConnection } from "./check-connection"
import { checkCookies } from "./check-cookies"
import { checkHeaders } from "./check-headers"
import { checkOptions } from "./check-options"
import { checkStatus, isForOptions } from "./check-status"
import { wrong, type Finding } from "./finding"
import { addressIn, readResponse } from "./read-response"

/** The outcome: findings, the wrong ones first, or why the input can't be checked. */
export type CheckResult =
  { problem: string; findings?: undefined } | { problem?: undefined; findings: Finding[] }

const order = { wrong: 0, doubtful: 1, right: 2 }

/**
 * Says what is wrong with a response of a site that uses Auth.js.
 *
 * @param text What `curl -i` printed.
 * @param site The address that was asked. If it's empty, a `curl` command in the text must say it.
 */
export function checkResponse(text: string, site: string): CheckResult {
  const typed = site.trim()
  const given = addressOf(typed)
  const asked = addressOf(addressIn(text) ?? "")
  const address = withPathOf(given, asked) ?? asked
  if (!address || (typed && !given))
    return {
      problem: typed
        ? "The address can't be read. It looks like https://app.example.com."
        : "Enter the address of your site, such as https://app.example.com.",
    }
  if (text.length > 500_000) return { problem: "This is too long. Paste one response." }
  const untrusted = text.includes("UntrustedHost") ? [untrustedHost] : []
  const response = readResponse(text)
  const failed = response ? undefined : checkConnection(text)
  if (failed) return { findings: [failed] }
  if (!response && untrusted.length === 0)
    return {
      problem:
        "There is no response in this text. Its first line looks like HTTP/2 200. Run curl with -sSi: if no response comes, it says why.",
    }
  if (!response) return { findings: untrusted }
  const json = parse(response.body)
  const isOptions = json !== undefined && "options" in json
  if (response.status === 200 && json === undefined && /^\s*\{/.test(response.body))
    return { problem: "The JSON after the headers is incomplete. Copy all of it." }
  const findings = [
    ...untrusted,
    ...checkStatus(response, address),
    ...checkAddress(address),
    // The headers of a response that failed are often the proxy's own.
    ...(response.status === 200
      ? [
          ...(isOptions ? checkOptions(json, address) : []),
          ...(!isOptions && isForOptions(address) ? [noOptions] : []),
          ...checkCookies(response, address, isOptions),
          ...checkHeaders(response, address),
        ]
      : []),
  ]
  return { findings: findings.sort((a, b) => order[a.verdict] - order[b.verdict]) }
}

const noOptions = wrong(
  "The response has no options",
  "Something other than Auth.js answered, such as a cache, a sign-in page of your host, or a page for all unknown addresses. With curl -I, there's nothing to check: use curl -i.",
)

const untrustedHost = wrong(
  "Auth.js doesn't trust the host",
  "Set AUTH_URL to your public address. AUTH_TRUST_HOST alone stops the error, but leaves the RP ID wrong.",
  "/errors/untrusted-host",
)

function checkAddress({ protocol, hostname }: URL): Finding[] {
  if (/^[\d.]+$|^\[/.test(hostname))
    return [
      wrong(
        "The address is an IP address",
        "Passkeys need a host name. On your machine, use localhost.",
        "/errors/invalid-domain",
      ),
    ]
  if (protocol === "http:" && hostname !== "localhost" && !hostname.endsWith(".localhost"))
    return [
      wrong(
        "The address is http",
        "Browsers support passkeys only on https and on localhost.",
        "/errors/insecure-context",
      ),
    ]
  return []
}

/** With or without `https://` in front. */
function addressOf(text: string): URL | undefined {
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return text && !/\s/.test(text) && URL.canParse(url) ? new URL(url) : undefined
}

/** The site's address, at the path that `curl` asked for, if it's the same site. */
function withPathOf(site: URL | undefined, asked: URL | undefined): URL | undefined {
  return site && asked?.origin === site.origin && site.pathname === "/" ? asked : site
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    // curl prints the prompt of the shell right after a body without a line break.
    const value: unknown = JSON.parse(body.slice(0, body.lastIndexOf("}") + 1))
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
