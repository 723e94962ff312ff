/** The public origin of the site, without a slash at the end. */
export const siteOrigin = (): string => new URL(process.env.AUTH_URL ?? "").origin
