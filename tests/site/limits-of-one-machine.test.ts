import { afterAll, beforeAll, expect, test } from "vitest"
import { rateLimits } from "../../demo/live/server/limits/rate-limits"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { Visitor } from "../support/visitor"
import { inBatches } from "./batches"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
beforeAll(async () => void (folder = await makeTemporaryFolder()))
afterAll(() => folder.remove())

test("without a proxy, nobody can say where they come from", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("direct") })
  try {
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    const answers = await inBatches(rateLimits.ceremonies.networks["/32"] + 1, 50, (i) =>
      new Visitor(site.origin, `192.0.2.${i}`).ask(site.origin, path),
    )
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([200, 429])
  } finally {
    await site.stop()
  }
})

test("limits can be off on this machine", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("off"), DEMO_LIMITS: "off" })
  try {
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    const answers = await inBatches(rateLimits.ceremonies.networks["/32"] + 1, 50, () =>
      new Visitor(site.origin).ask(site.origin, path),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  } finally {
    await site.stop()
  }
})
