import type { Adapter } from "next-auth/adapters"
import { beforeAll, describe, expect, test } from "vitest"
import type { openContract } from "./contract-fixture"

/** What the tables owe to Auth.js, asked of its adapter without a ceremony. */
export function describeTables(
  contract: Pick<ReturnType<typeof openContract>, "adapter" | "site">,
) {
  let adapter: Required<Adapter>
  beforeAll(() => void (adapter = contract.adapter))

  const newUser = () =>
    adapter.createUser({ id: "", email: contract.site.newEmail(), emailVerified: null })

  const authenticatorOf = (userId: string, credentialID: string) => ({
    credentialID,
    userId,
    providerAccountId: credentialID,
    credentialPublicKey: "key",
    counter: 0,
    credentialDeviceType: "singleDevice",
    credentialBackedUp: false,
    transports: null,
  })

  describe("tables", () => {
    test("what is not there is null, or an empty list", async () => {
      expect(await adapter.getAuthenticator("none")).toBeNull()
      expect(await adapter.getAccount("none", "passkey")).toBeNull()
      expect(await adapter.listAuthenticatorsByUserId("none")).toEqual([])
      await expect(adapter.updateAuthenticatorCounter("none", 1)).rejects.toThrow()
    })

    test("a public key of 16,384 characters is kept whole", async () => {
      // A post-quantum ML-DSA-87 key is 2,592 bytes. RS256 with 2,048 bits is 364 characters.
      const user = await newUser()
      const credentialPublicKey = "k".repeat(16_384)
      const row = { ...authenticatorOf(user.id, "long key"), credentialPublicKey }
      await adapter.createAuthenticator(row)
      expect((await adapter.getAuthenticator("long key"))?.credentialPublicKey).toBe(
        credentialPublicKey,
      )
    })

    test("a credential id belongs to one user", async () => {
      const [one, other] = [await newUser(), await newUser()]
      await adapter.createAuthenticator(authenticatorOf(one.id, "one owner"))
      await expect(
        adapter.createAuthenticator(authenticatorOf(other.id, "one owner")),
      ).rejects.toThrow()
    })

    test("an authenticator belongs to a user who is there", async () => {
      await expect(adapter.createAuthenticator(authenticatorOf("nobody", "lost"))).rejects.toThrow()
      expect(await adapter.getAuthenticator("lost")).toBeNull()
    })

    test("a provider's id that differs by case is another person's", async () => {
      const [one, other] = [await newUser(), await newUser()]
      const account = { type: "webauthn", provider: "passkey" } as const
      await adapter.linkAccount({ ...account, userId: one.id, providerAccountId: "CASE" })
      await adapter.linkAccount({ ...account, userId: other.id, providerAccountId: "case" })
      const key = { provider: "passkey", providerAccountId: "case" }
      const found = await adapter.getUserByAccount(key)
      expect(found?.id).toBe(other.id)
    })

    test("one user has many accounts of one provider", async () => {
      const { id: userId } = await newUser()
      for (const providerAccountId of ["many 1", "many 2"])
        await adapter.linkAccount({
          type: "webauthn",
          provider: "passkey",
          userId,
          providerAccountId,
        })
      expect(await contract.site.countOf(`"Account" WHERE "userId" = '${userId}'`)).toBe(2)
    })

    test("a deleted user's rows go along", async () => {
      const { id: userId } = await newUser()
      await adapter.createAuthenticator(authenticatorOf(userId, "goes along"))
      await adapter.createSession({ userId, sessionToken: "goes along", expires: new Date() })
      await adapter.deleteUser(userId)
      expect(await adapter.getAuthenticator("goes along")).toBeNull()
      expect(await adapter.getSessionAndUser("goes along")).toBeNull()
    })

    test.each([
      `SELECT * FROM "User" WHERE "email" = 'x'`,
      `SELECT * FROM "Account" WHERE "provider" = 'x' AND "providerAccountId" = 'x'`,
      `SELECT * FROM "Account" WHERE "userId" = 'x'`,
      `SELECT * FROM "Session" WHERE "sessionToken" = 'x'`,
      `SELECT * FROM "Session" WHERE "userId" = 'x'`,
      `SELECT * FROM "Authenticator" WHERE "credentialID" = 'x'`,
      `SELECT * FROM "Authenticator" WHERE "userId" = 'x'`,
    ])("an index answers %s", async (select) => {
      expect(await contract.site.readsEveryRow(select)).toBe(false)
    })
  })
}
