import { afterAll, beforeAll } from "vitest"
import { startSite } from "../support/site"
import { describeAccountLimits } from "./account-limits"
import { describeNetworkLimits } from "./network-limits"
import { proxied, type LimitedSite } from "./limited-site"

/** The limits of the public demo, on a site that is started on an empty database. */
export function describeLimits(createDatabase: () => Promise<string>) {
  const on = {} as LimitedSite

  beforeAll(async () => {
    on.url = await createDatabase()
    on.site = await startSite({ ...proxied, DATABASE_URL: on.url })
  })
  afterAll(async () => void (await on.site?.stop()))

  describeAccountLimits(on)
  describeNetworkLimits(on)
}
