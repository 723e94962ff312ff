import NextAuth from "next-auth"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { safeRegistration } from "../../../demo/recipes/safe-registration/passkeys/safe-registration"
import { passkeyDetails } from "../../../demo/recipes/passkey-details/passkeys/passkey-details"
import {
  endOtherSessions,
  listPasskeys,
  removePasskey,
  renamePasskey,
} from "../../../demo/recipes/settings/passkeys/manage-passkeys"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { allExtras, coreConfig, handlersWith } from "../apps"
import type { Engine } from "../engines/engine"
import { stockHandlers } from "../stock"
import { origin, UserAgent } from "../user-agent"
import { openRegistrations } from "./registration-fixture"
import { stored } from "./contract-fixture"

const bitwarden = "d548826e-79b4-db40-a3d8-11116f7e8349"

/**
 * What every database owes to the passkeys of an account: their details, their names, and that the last
 * one stays. Called once in a file, like the other contracts.
 */
export function describePasskeys(start: () => Promise<Engine>) {
  let site: Awaited<ReturnType<typeof openRegistrations>>
  beforeAll(async () => (site = await openRegistrations(await start())) && undefined)
  afterAll(() => site.close())

  type Handlers = ReturnType<typeof handlersWith>

  const passkey = (aaguid = bitwarden) =>
    new SoftwareAuthenticator(origin, { aaguid, avoidsLeadingZeros: true })
  const idOf = ({ credentialId }: SoftwareAuthenticator) => credentialId.toString("base64url")
  const rowOf = (authenticator: SoftwareAuthenticator) =>
    site.prisma.authenticator.findUnique({ where: { credentialID: stored(authenticator) } })

  /** Somebody with an account of one passkey or more, the first of them first. */
  async function person(count = 1, handlers: Handlers = site.handlers) {
    const agent = new UserAgent(handlers, passkey())
    const email = site.newEmail()
    expect(await agent.register(email)).toBeNull()
    const passkeys = [agent.authenticator]
    while (passkeys.length < count) {
      agent.authenticator = passkey()
      expect(await agent.register()).toBeNull()
      passkeys.push(agent.authenticator)
    }
    const { id } = await site.prisma.user.findUniqueOrThrow({ where: { email } })
    return { id, agent, email, passkeys, first: passkeys[0]! }
  }

  const signsIn = async (authenticator: SoftwareAuthenticator) =>
    (await new UserAgent(site.handlers, authenticator).signIn()) === null

  describe.each(["passkey-details", "all extras"])("%s", (app) => {
    const chosen = app === "all extras" ? allExtras : (["passkey-details"] as const)
    const handlers = () => handlersWith(chosen, site.prisma)

    test("a passkey has its model, its user handle and its dates", async () => {
      const before = Date.now()
      const { agent, first } = await person(1, handlers())
      const created = await rowOf(first)
      expect(created).toMatchObject({ aaguid: bitwarden, name: null, lastUsedAt: null })
      expect(created?.userHandle).toMatch(/^[\w-]{43}$/)
      expect(created?.createdAt?.getTime()).toBeGreaterThanOrEqual(before - 1_000)
      expect(await agent.signIn()).toBeNull()
      const used = await rowOf(first)
      expect(used?.lastUsedAt?.getTime()).toBeGreaterThanOrEqual(before - 1_000)
      expect({ ...used, lastUsedAt: null }).toEqual(created)
    })

    test("the user handle is the one in the options, and all passkeys of a user have it", async () => {
      const agent = new UserAgent(handlers(), passkey())
      const query = new URLSearchParams({ action: "register", email: site.newEmail() })
      const path = "/api/auth/webauthn-options/passkey?"
      const { options } = await (await agent.request("GET", path + query)).json()
      const response = agent.authenticator.create(options.challenge)
      const body = new URLSearchParams({ action: "register", data: JSON.stringify(response) })
      await agent.request("POST", "/api/auth/callback/passkey", body)
      const first = await rowOf(agent.authenticator)
      expect(first?.userHandle).toBe(options.user.id)

      const second = await agent.request("GET", `${path}action=register`)
      expect((await second.json()).options.user.id).toBe(first?.userHandle)
      agent.authenticator = passkey()
      expect(await agent.register()).toBeNull()
      expect((await rowOf(agent.authenticator))?.userHandle).toBe(first?.userHandle)
    })

    test("two people have two user handles", async () => {
      const [one, other] = await Promise.all([person(1, handlers()), person(1, handlers())])
      const handles = await Promise.all([rowOf(one.first), rowOf(other.first)])
      expect(handles[0]?.userHandle).not.toBe(handles[1]?.userHandle)
    })

    test("a passkey from before the columns gets company, and keeps working", async () => {
      const { agent, email, first } = await person(1, stockHandlers(site.prisma))
      expect(await rowOf(first)).toMatchObject({ aaguid: null, userHandle: null, createdAt: null })
      const later = new UserAgent(handlers(), first)
      expect(await later.signIn()).toBeNull()
      expect((await rowOf(first))?.lastUsedAt).toBeInstanceOf(Date)
      agent.authenticator = passkey()
      later.authenticator = agent.authenticator
      expect(await later.register()).toBeNull()
      expect(await rowOf(later.authenticator)).toMatchObject({ aaguid: bitwarden })
      expect(await later.email()).toBe(email)
    })
  })

  test("inside safeRegistration, the details would be lost: it belongs around", async () => {
    const config = safeRegistration(
      passkeyDetails(coreConfig(site.prisma), site.prisma),
      site.prisma,
    )
    const { first } = await person(1, NextAuth(config).handlers)
    expect(await rowOf(first)).toMatchObject({ aaguid: null, createdAt: null })
  })

  test("the list has the oldest first, in words for people", async () => {
    const { id, passkeys, agent } = await person(2)
    agent.authenticator = passkey("00000000-0000-0000-0000-000000000000")
    expect(await agent.register()).toBeNull()
    const list = await listPasskeys(site.prisma, id)
    expect(list.map(({ id }) => id)).toEqual([...passkeys, agent.authenticator].map(idOf))
    expect(list.map(({ provider }) => provider)).toEqual(["Bitwarden", "Bitwarden", null])
    expect(list[0]).toMatchObject({ isSynced: false, transports: ["internal"], lastUsedAt: null })
  })

  test("a passkey is renamed by its owner alone", async () => {
    const { id, first } = await person()
    const other = await person()
    expect(await renamePasskey(site.prisma, id, idOf(first), "Laptop 🔑")).toBe("renamed")
    expect(await renamePasskey(site.prisma, other.id, idOf(first), "mine")).toBe("unknown")
    expect((await rowOf(first))?.name).toBe("Laptop 🔑")
    expect(await renamePasskey(site.prisma, id, idOf(first), "")).toBe("renamed")
    expect((await rowOf(first))?.name).toBeNull()
  })

  test("a removed passkey leaves no row behind, and signs nobody in", async () => {
    const { id, passkeys, first } = await person(2)
    expect(await signsIn(first)).toBe(true)
    const removed = await site.added(() => removePasskey(site.prisma, id, idOf(first)))
    expect(removed).toEqual({ User: 0, Account: -1, Session: 0, Authenticator: -1 })
    expect(await signsIn(first)).toBe(false)
    expect(await signsIn(passkeys[1]!)).toBe(true)
    expect(await removePasskey(site.prisma, id, idOf(first))).toBe("unknown")
  })

  test("a removal that the database refuses halfway removes nothing", async () => {
    const { id, first } = await person(2)
    const failing = site.prisma.$extends({
      query: {
        account: {
          deleteMany() {
            throw new Error("The database refuses.")
          },
        },
      },
    }) as unknown as typeof site.prisma
    await expect(removePasskey(failing, id, idOf(first))).rejects.toThrow("refuses")
    expect(await rowOf(first)).not.toBeNull()
    expect(await signsIn(first)).toBe(true)
  })

  test("another's passkey is neither removed nor touched", async () => {
    const owner = await person(2)
    const thief = await person(2)
    const change = await site.added(async () => {
      const result = await removePasskey(site.prisma, thief.id, idOf(owner.first))
      expect(result).toBe("unknown")
    })
    expect(change).toEqual({ User: 0, Account: 0, Session: 0, Authenticator: 0 })
    expect(await signsIn(owner.first)).toBe(true)
  })

  test("the last passkey stays, unless there is another provider", async () => {
    const { id, first } = await person()
    expect(await removePasskey(site.prisma, id, idOf(first))).toBe("last")
    expect(await signsIn(first)).toBe(true)
    await site.prisma.account.create({
      data: { userId: id, type: "oidc", provider: "example", providerAccountId: id },
    })
    expect(await removePasskey(site.prisma, id, idOf(first))).toBe("removed")
  })

  describe("two tabs remove the last two passkeys at once", () => {
    /** How many passkeys are left of two, after each of `rounds` races. */
    async function race(remove: typeof removePasskey, rounds: number) {
      const left = new Set<number>()
      for (let round = 0; round < rounds; round++) {
        const { id, passkeys } = await person(2)
        await Promise.all(passkeys.map((each) => remove(site.prisma, id, idOf(each))))
        left.add(await site.prisma.authenticator.count({ where: { userId: id } }))
      }
      return [...left]
    }

    test("one of them is refused", async () => {
      expect(await race(removePasskey, 15)).toEqual([1])
    })

    test("whoever counts first and deletes then loses both: the control", async () => {
      const countThenDelete: typeof removePasskey = async (prisma, userId, id) => {
        if ((await prisma.authenticator.count({ where: { userId } })) < 2) return "last"
        const credentialID = Buffer.from(id, "base64url").toString("base64")
        await prisma.authenticator.deleteMany({ where: { userId, credentialID } })
        return "removed"
      }
      expect(await race(countThenDelete, 5)).toContain(0)
    })
  })

  test("all other sessions end, and nobody else's", async () => {
    const { id, agent, first } = await person()
    const other = await person()
    const elsewhere = new UserAgent(site.handlers, first)
    expect(await elsewhere.signIn()).toBeNull()
    expect(await elsewhere.email()).not.toBeNull()
    const [current] = await site.prisma.session.findMany({
      where: { userId: id },
      orderBy: { createdAt: "asc" },
    })
    const token = current?.sessionToken ?? ""
    expect(await endOtherSessions(site.prisma, other.id, [token])).toBeUndefined()
    expect(await endOtherSessions(site.prisma, id, ["stale", token])).toBe(1)
    expect(await elsewhere.email()).toBeNull()
    expect(await agent.email()).not.toBeNull()
    expect(await other.agent.email()).toBe(other.email)
  })
}
