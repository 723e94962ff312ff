/** The absolute address of a path (`/install`) of the site, under its public origin. */
export const siteAddress = (path: string): string => new URL(path, process.env.AUTH_URL).href
