// @ts-check

/**
 * What built pages have in place of the site's origin, which is known when the site is started.
 * RFC 6761 §6.4 keeps the domain from ever existing.
 */
export const originPlaceholder = "https://origin.invalid"
