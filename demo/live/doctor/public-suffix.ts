import { getPublicSuffix, parse } from "tldts"

/** Also platforms under whose domain each customer has a name, which are at the end of the list. */
const withPlatforms = { allowPrivateDomains: true }

/**
 * Whether a domain is on the list of public suffixes (https://publicsuffix.org), such as `co.uk` and
 * `vercel.app`. Nobody may use one as an RP ID for what is below it.
 */
export function isPublicSuffix(domain: string): boolean {
  const { publicSuffix, isIcann, isPrivate } = parse(domain, withPlatforms)
  return domain === publicSuffix && (isIcann === true || isPrivate === true)
}

/**
 * Whether a page may use an RP ID: HTML's "is a registrable domain suffix of or is equal to". Related
 * origins are left out.
 *
 * @param host Of the page.
 */
export function isRegistrableSuffix(rpId: string, host: string): boolean {
  if (rpId === host) return true
  const publicSuffix = getPublicSuffix(host, withPlatforms)
  return publicSuffix !== null && host.endsWith(`.${rpId}`) && rpId.endsWith(`.${publicSuffix}`)
}
