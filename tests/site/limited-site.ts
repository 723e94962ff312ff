import type { startSite } from "../support/site"

/** The origin of a proxy that the sites below believe to stand behind. Nothing answers there. */
export const origin = "http://localhost:4000"

/** The environment of a site behind that proxy, to which a `Visitor` may name its own address. */
export const proxied = { AUTH_URL: origin, TRUST_PROXY: "1", AUTH_SECRET: "s".repeat(32) }

/** Such a site, and its database. */
export type LimitedSite = { url: string; site: Awaited<ReturnType<typeof startSite>> }
