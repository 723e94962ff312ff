/** The public origin of the site, without a slash at the end. */
export const siteOrigin = (): string => new URL(process.env.AUTH_URL ?? "").origin

/** The absolute address of a path (`/install`) of the site, under its public origin. */
export const siteAddress = (path: string): string => siteOrigin() + path
