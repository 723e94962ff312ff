import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { handlersWith, type Extra } from "./apps"
import { openRegistrations } from "./contracts/registration-fixture"
import { startMariadbEngine } from "./engines/mariadb"
import type { Site } from "./subject"
import { origin, UserAgent } from "./user-agent"

/**
 * What the collations in the guide's migration are for: with MySQL's own, a stranger registers a
 * credential id that differs from somebody's by case, and is signed in as them.
 */
describe.skipIf(!hasMariadb())("a credential id that differs by case", () => {
  let site: Site
  beforeAll(async () => (site = await openRegistrations(await startMariadbEngine())) && undefined)
  afterAll(() => site.close())

  /** Whom a stranger is signed in as. In base64, the first letters of the two ids are A and a. */
  async function attack(extras: readonly Extra[]) {
    const rest = randomBytes(31)
    const agentWith = (first: number) => {
      const credentialId = Buffer.concat([Buffer.from([first]), rest])
      const options = { credentialId, avoidsLeadingZeros: true }
      const authenticator = new SoftwareAuthenticator(origin, options)
      return new UserAgent(handlersWith(extras, site.prisma), authenticator)
    }
    const [owner, stranger] = [agentWith(0), agentWith(26 << 2)]
    const emails = { owner: site.newEmail(), stranger: site.newEmail() }
    expect(await owner.register(emails.owner)).toBeNull()
    const error = await stranger.register(emails.stranger)
    const email = await stranger.email()
    return { error, is: email === emails.owner ? "owner" : email && "stranger" }
  }

  test("is another passkey with the guide's migration", async () => {
    expect(await attack([])).toEqual({ error: null, is: "stranger" })
  })

  describe("with MySQL's own collation in Account", () => {
    beforeAll(async () => {
      // Those of the test before differ by case.
      await site.prisma.user.deleteMany()
      await site.prisma.$executeRawUnsafe(
        `ALTER TABLE Account MODIFY providerAccountId VARCHAR(191)
          CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL`,
      )
    })

    test("signs the stranger in as its owner, on stock", async () => {
      expect(await attack([])).toEqual({ error: null, is: "owner" })
    })

    test("is refused with safe-registration", async () => {
      expect(await attack(["safe-registration"])).toEqual({ error: "Configuration", is: null })
    })
  })
})
