import { afterAll, beforeAll, describe } from "vitest"
import type { Engine } from "../engines/engine"
import type { Site } from "../subject"
import { describeLeaks } from "./leaks-contract"
import { describePreHijacking } from "./pre-hijacking-contract"
import { openRegistrations } from "./registration-fixture"
import { describeReplay } from "./replay-contract"
import { describeSessions } from "./sessions-contract"

/**
 * The attacks on /security: each succeeds on stock Auth.js, and fails with the extra. Called once in a
 * file: the starter and Auth.js keep one database and one configuration a process.
 */
export function describeSecurity(start: () => Promise<Engine>) {
  let site: Site
  beforeAll(async () => (site = await openRegistrations(await start())) && undefined)
  afterAll(() => site.close())
  const open = () => site

  describe("replay", () => describeReplay(open))
  describe("an account made in advance", () => describePreHijacking(open))
  describe("who has an account, and who may sign in", () => describeLeaks(open))
  describe("sessions and cookies", () => describeSessions(open))
}
