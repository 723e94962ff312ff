/** The name of the site, which pages, cards and the feed bear. */
export const siteName = "Passkeys with Auth.js"

/** Follows the name where there's room. */
export const tagline = "the guide you can sign in to"
