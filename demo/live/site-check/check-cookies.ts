import { doubtful, right, wrong, type Finding } from "./finding"
import { valuesOf, type PastedResponse } from "./read-response"

/** What Auth.js puts in front of a cookie's name on https. */
const hasPrefix = (name: string) => /^__(Secure|Host)-/.test(name)

type Cookie = { name: string; size: number; attributes: Map<string, string> }

/** A browser keeps no cookie with more (RFC 6265bis §5.5 has 4096 bytes for name and value). */
const maxCookieBytes = 4_096

/** Checks the cookies of Auth.js that a response sets. */
export function checkCookies(response: PastedResponse, address: URL, isOptions: boolean) {
  const cookies = valuesOf(response, "set-cookie").map(readCookie)
  const ours = cookies.filter(({ name }) => /(^|\.|-)authjs\./.test(name))
  // The option `cookies` can give it another name.
  const hasChallenge = cookies.some(({ name }) => /challenge/i.test(name))
  const findings = ours.flatMap((cookie) => checkCookie(cookie, address))
  const plain = ours.filter(({ name }) => !hasPrefix(name)).map(({ name }) => name)
  if (address.protocol === "https:" && plain.length > 0)
    findings.unshift(
      wrong(
        "Auth.js treats your site as http",
        `${plain.join(", ")} should begin with __Secure- and be Secure. AUTH_URL must begin with https:. If AUTH_URL isn't set, X-Forwarded-Proto is missing.`,
        "/deploy/proxy#what-goes-wrong",
      ),
    )
  if (isOptions && !hasChallenge)
    findings.push(
      wrong(
        "There is no challenge cookie",
        "The response with the options must set authjs.challenge. A proxy or a cache may have removed Set-Cookie.",
        "/errors/challenge-cookie-missing",
      ),
    )
  return findings
}

function readCookie(header: string): Cookie {
  const [pair = "", ...rest] = header.split(";").map((part) => part.trim())
  const attributes = rest.map((part): [string, string] => {
    const [name = "", ...value] = part.split("=")
    return [name.toLowerCase(), value.join("=").toLowerCase()]
  })
  return {
    name: pair.split("=")[0] ?? "",
    size: pair.length,
    attributes: new Map(attributes),
  }
}

function checkCookie({ name, size, attributes }: Cookie, address: URL): Finding[] {
  const isHttps = address.protocol === "https:"
  const isSecure = attributes.has("secure")
  const found: Finding[] = []
  if (isHttps && !isSecure && hasPrefix(name))
    found.push(wrong(`${name} isn't Secure`, "It would also be sent over http."))
  if (!isHttps && (isSecure || name.startsWith("__")))
    found.push(
      wrong(
        `${name} needs https`,
        "Not every browser keeps it on http. Open the https address, or correct AUTH_URL.",
        "/errors/challenge-cookie-missing",
      ),
    )
  if (!attributes.has("httponly"))
    found.push(wrong(`${name} isn't HttpOnly`, "Scripts on the page could read it."))
  found.push(...checkScope(name, attributes))
  if (size > maxCookieBytes)
    found.push(wrong(`${name} has ${size} bytes`, "Browsers drop cookies larger than 4096 bytes."))
  if (isHttps && !hasPrefix(name)) return found
  return found.length > 0 ? found : [right(`${name} has the right flags`)]
}

function* checkScope(name: string, attributes: Cookie["attributes"]): Generator<Finding> {
  const sameSite = attributes.get("samesite")
  if (!sameSite)
    yield doubtful(`${name} has no SameSite`, "Browsers differ in what they assume. Set it to lax.")
  else if (sameSite === "none")
    yield doubtful(
      `${name} is SameSite=None`,
      "It's sent with requests from every other site. Auth.js uses lax.",
    )
  if (attributes.has("domain"))
    yield doubtful(
      `${name} is for ${attributes.get("domain")}`,
      "Every subdomain gets it. Leave Domain out unless they share the session.",
      "/domains#several-origins",
    )
  if (attributes.get("path") !== "/")
    yield wrong(`${name} isn't for the whole site`, "Path must be /. Does your proxy rewrite it?")
}
