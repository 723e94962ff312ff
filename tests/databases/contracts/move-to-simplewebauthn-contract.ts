import { beforeAll, beforeEach, expect, test } from "vitest"
import { movePasskeys } from "../../../demo/recipes/move-to-simplewebauthn/moving/move-passkeys"
import { undoMove } from "../../../demo/recipes/move-to-simplewebauthn/moving/undo-move"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import type { Moves } from "../moving/moving-fixture"
import { PasskeyServerAgent } from "../moving/passkey-server-agent"
import { origin, UserAgent } from "../user-agent"
import { stored } from "./contract-fixture"

const move = "move-to-simplewebauthn"
const done = (passkeys: number) => ({ passkeys, problems: [], notes: [] })
const sessionCookie = "authjs.session-token"

/** That a passkey of Auth.js signs in with SimpleWebAuthn alone, on the same database, and back. */
export function describeMoveToSimpleWebAuthn(moves: Moves) {
  let server: Awaited<ReturnType<typeof loadServer>>
  beforeAll(async () => void (server = await loadServer(moves)))
  beforeEach(() => moves.clear())

  const browser = (authenticator: SoftwareAuthenticator) =>
    new PasskeyServerAgent(server.POST, authenticator)

  /** Whom the server takes the browser for. */
  const userOf = async ({ http }: PasskeyServerAgent) => {
    const cookie = `${sessionCookie}=${http.cookies.get(sessionCookie)}`
    const user = await server.readSession(new Request(origin, { headers: { cookie } }))
    return user?.id ?? null
  }

  test("the script and the SQL write the same rows, once, and undoing restores all", async () => {
    await moves.people()
    const before = await moves.rows()
    expect(await movePasskeys(moves.prisma, { dryRun: true })).toEqual(done(3))
    expect(await moves.rows()).toEqual(before)
    expect(await movePasskeys(moves.prisma)).toEqual(done(3))
    const byScript = await moves.rows()
    expect(byScript).toHaveLength(before.length + 3)
    expect(await movePasskeys(moves.prisma)).toEqual(done(0))
    expect(await undoMove(moves.prisma)).toEqual(done(3))
    expect(await moves.rows()).toEqual(before)
    await moves.runSql(move, "move")
    await moves.runSql(move, "move")
    expect(await moves.rows()).toEqual(byScript)
    await moves.runSql(move, "undo")
    expect(await moves.rows()).toEqual(before)
  })

  test("nothing is moved if an id isn't base64, two are the same, or somebody else has it", async () => {
    const [first, second] = await moves.people()
    await movePasskeys(moves.prisma)
    const id = first.authenticator.credentialId.toString("base64url")
    await moves.prisma.webAuthnCredential.update({ where: { id }, data: { userId: second.id } })
    const row = await moves.prisma.authenticator.findFirstOrThrow()
    for (const credentialID of ["a.b", "aa+/", "aa-_"])
      await moves.prisma.authenticator.create({ data: { ...row, credentialID } })
    const before = await moves.rows()
    expect((await movePasskeys(moves.prisma)).problems).toEqual([
      "Not base64. Credential id: a.b",
      "The same in base64url. Credential id: aa-_",
      `In WebAuthnCredential with another user or key. Id: ${id}`,
    ])
    await expect(moves.runSql(move, "move")).rejects.toThrow(/credential_ids_that_are_not_base64/)
    await moves.prisma.authenticator.delete({ where: { credentialID: "a.b" } })
    await expect(moves.runSql(move, "move")).rejects.toThrow(/in_credential_with_another_user/)
    await moves.prisma.webAuthnCredential.update({ where: { id }, data: { userId: first.id } })
    await expect(moves.runSql(move, "move")).rejects.toThrow(/unique|duplicate/i)
    expect(await moves.prisma.webAuthnCredential.count()).toBe(3)
    expect(before).toHaveLength(3 + 3 + 3 + 3 + 3)
  })

  test("every passkey signs in, to the same user, once for each challenge and counter", async () => {
    const all = await moves.people()
    await movePasskeys(moves.prisma)
    for (const [i, { authenticator, id }] of all.entries()) {
      const counter = 2 ** 32 - 6 + i
      const agent = browser(authenticator)
      for (const deviation of [
        { userVerified: false },
        { origin: "https://evil.example" },
        { rpId: "evil.example" },
        { backupEligible: true },
      ])
        expect(await agent.signIn({ counter, ...deviation })).toBe(400)
      expect(await userOf(agent)).toBeNull()
      expect(await agent.signIn({ counter })).toBe(200)
      expect(await userOf(agent)).toBe(id)
      expect(await browser(authenticator).signIn({ counter })).toBe(400)
    }
    expect(await browser(all[0].authenticator).signIn({ counter: 2 ** 32 - 2 }, true)).toBe(400)
    expect(await browser(new SoftwareAuthenticator(origin)).signIn()).toBe(400)
    const { post } = browser(all[0].authenticator)
    expect((await post("sign-in-options", "https://evil.example")).status).toBe(403)
    expect((await post("constructor")).status).toBe(404)
    expect((await post("registration-options")).status).toBe(400)
  })

  test("sessions go on, in both directions", async () => {
    const [first] = await moves.people()
    await movePasskeys(moves.prisma)
    const agent = browser(first.authenticator)
    agent.http.cookies.set(sessionCookie, first.agent.cookie(sessionCookie) ?? "")
    expect(await userOf(agent)).toBe(first.id)
    const later = browser(first.authenticator)
    expect(await later.signIn({ counter: 2 ** 32 - 3 })).toBe(200)
    const back = new UserAgent(moves.handlers, first.authenticator)
    back.setCookie(sessionCookie, later.http.cookies.get(sessionCookie) ?? "")
    expect(await back.email()).toBe(first.email)
    const token = later.http.cookies.get(sessionCookie) ?? ""
    const ended = await later.post("sign-out")
    expect(ended.headers.get("set-cookie")).toContain("Max-Age=0")
    later.http.cookies.set(sessionCookie, token)
    expect(await userOf(later)).toBeNull()
  })

  test("going back keeps counters, and what people added and removed, if asked to", async () => {
    const [first, second] = await moves.people()
    await movePasskeys(moves.prisma)
    const agent = browser(first.authenticator)
    expect(await agent.signIn({ counter: 2 ** 32 - 3 })).toBe(200)
    agent.authenticator = new SoftwareAuthenticator(origin, { transports: [] })
    expect(await agent.register({ userVerified: false })).toBe(400)
    expect(await agent.register()).toBe(200)
    expect(await agent.register()).toBe(400)
    expect(await browser(agent.authenticator).signIn()).toBe(200)
    const id = second.authenticator.credentialId.toString("base64url")
    await moves.prisma.webAuthnCredential.delete({ where: { id } })

    const before = await moves.rows()
    expect((await movePasskeys(moves.prisma)).problems).toEqual([
      expect.stringMatching(/^The new server is in use/),
    ])
    await expect(moves.runSql(move, "move")).rejects.toThrow(/the_new_server_is_in_use/)
    const { problems } = await undoMove(moves.prisma)
    expect(problems).toHaveLength(2)
    await expect(moves.runSql(move, "undo")).rejects.toThrow(/passkeys_added_since_the_move/)
    expect(await moves.rows()).toEqual(before)

    const report = await undoMove(moves.prisma, { keepChanges: true })
    expect(report).toEqual({ passkeys: 2, problems: [], notes: problems })
    const added = new UserAgent(moves.handlers, agent.authenticator)
    expect(await added.signIn()).toBeNull()
    expect(await added.email()).toBe(first.email)
    const old = new UserAgent(moves.handlers, first.authenticator)
    expect(await old.signIn({ counter: 2 ** 32 - 3 })).toBe("WebAuthnVerificationError")
    expect(await old.signIn({ counter: 2 ** 32 - 2 })).toBeNull()
    expect(await new UserAgent(moves.handlers, second.authenticator).signIn()).not.toBeNull()
    const credentialID = stored(second.authenticator)
    expect(
      await moves.site.countOf(`"Account" WHERE "providerAccountId" = '${credentialID}'`),
    ).toBe(0)
  })
}

/** The reader's server, which takes the Prisma client that it finds on `globalThis`. */
export async function loadServer({ prisma }: Moves) {
  Object.assign(globalThis, { prisma })
  const [route, sessions] = await Promise.all([
    import("../../../demo/recipes/move-to-simplewebauthn/app/api/passkeys/[step]/route"),
    import("../../../demo/recipes/move-to-simplewebauthn/passkeys/sessions"),
  ])
  return { ...route, ...sessions }
}
