/**
 * The RP ID that a page may use. WebAuthn L3 §5.1.3 step 8 and §5.1.4.1 step 7.
 *
 * A browser also refuses public suffixes such as `co.uk`, from a list that changes weekly. Without
 * it, this takes any parent with a dot in it. The keys never leave their origin, so that it matters
 * to nobody.
 *
 * @param requested What the options ask for. Left out, it is the page's own domain.
 * @throws {DOMException} `SecurityError` where the page is at no domain, or the RP ID is of another;
 *   `NotAllowedError` where the page has no origin.
 */
export function rpIdFor(origin: string, requested?: string): string {
  if (origin === "null") throw new DOMException("An opaque origin has no RP ID.", "NotAllowedError")
  const { hostname } = new URL(origin)
  if (isAddress(hostname))
    throw new DOMException(`${hostname} is not a valid domain.`, "SecurityError")
  if (requested === undefined || requested === hostname) return hostname
  if (requested.includes(".") && hostname.endsWith(`.${requested}`)) return requested
  throw new DOMException(
    `The RP ID "${requested}" is not a registrable domain suffix of ${hostname}.`,
    "SecurityError",
  )
}

/** IPv4, which URLs write with four numbers, or IPv6, which they write in brackets. */
const isAddress = (hostname: string) =>
  hostname.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(hostname)
