import { betterAuth } from "better-auth"
import { prismaAdapter } from "better-auth/adapters/prisma"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { movePasskeys } from "../../../demo/recipes/move-to-better-auth/moving/move-passkeys"
import { undoMove } from "../../../demo/recipes/move-to-better-auth/moving/undo-move"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { BetterAuthAgent } from "../moving/better-auth-agent"
import type { Moves } from "../moving/moving-fixture"
import { origin, UserAgent } from "../user-agent"
import { stored } from "./contract-fixture"

const move = "move-to-better-auth"
const done = (passkeys: number) => ({ passkeys, problems: [], notes: [] })

/** That a passkey of Auth.js signs in with Better Auth, on the same database, and back. */
export function describeMoveToBetterAuth(moves: Moves) {
  let auth: { handler(request: Request): Promise<Response> }

  beforeAll(async () => {
    process.env.BETTER_AUTH_URL = origin
    process.env.BETTER_AUTH_SECRET = "a secret of a test, and of nothing else"
    const recipe = await import("../../../demo/recipes/move-to-better-auth/better-auth")
    const database = prismaAdapter(moves.prisma, { provider: moves.database })
    auth = betterAuth({ ...recipe.auth.options, database })
  })
  beforeEach(() => moves.clear())

  const browser = (authenticator: SoftwareAuthenticator) =>
    new BetterAuthAgent(auth.handler, authenticator)

  const { people } = moves

  test("the script and the SQL write the same rows, once, and undoing restores all", async () => {
    await people()
    const keys = await moves.prisma.authenticator.findMany()
    expect(keys.map((row) => row.credentialPublicKey.length)).toContain(364)
    expect(keys.map((row) => row.transports)).toContain(null)
    const before = await moves.rows()

    expect(await movePasskeys(moves.prisma, { dryRun: true })).toMatchObject(done(3))
    expect(await moves.rows()).toEqual(before)

    expect(await movePasskeys(moves.prisma)).toMatchObject(done(3))
    const byScript = await moves.rows()
    expect(byScript).toHaveLength(before.length + 3)
    expect(await movePasskeys(moves.prisma)).toMatchObject(done(0))
    expect(await moves.rows()).toEqual(byScript)
    expect(await undoMove(moves.prisma, { dryRun: true })).toEqual(done(3))
    expect(await moves.rows()).toEqual(byScript)
    expect(await undoMove(moves.prisma)).toEqual(done(3))
    expect(await moves.rows()).toEqual(before)
    expect(await undoMove(moves.prisma)).toEqual(done(0))

    await moves.runSql(move, "move")
    expect(await moves.rows()).toEqual(byScript)
    await moves.runSql(move, "move")
    expect(await moves.rows()).toEqual(byScript)
    await moves.runSql(move, "undo")
    expect(await moves.rows()).toEqual(before)
  })

  test("every passkey signs in, to the same user, and must verify them", async () => {
    const all = await people()
    await movePasskeys(moves.prisma)
    for (const [i, { authenticator, id, email, name }] of all.entries()) {
      const agent = browser(authenticator)
      const counter = 2 ** 32 - 8 + i
      expect(await agent.signIn({ userVerified: false, counter })).toBe(
        "Your passkey didn't verify that it's you.",
      )
      expect(await agent.user()).toBeNull()
      expect(await agent.signIn({ counter })).toBeNull()
      expect(await agent.user()).toMatchObject({ id, email, name, emailVerified: i === 0 })
      // Also that the counter can be written as JSON.
      const credentialID = authenticator.credentialId.toString("base64url")
      expect(await agent.passkeys()).toMatchObject([{ id: credentialID, credentialID, counter }])
      expect(await browser(authenticator).signIn({ counter })).toBe("Authentication failed")
      expect(await browser(authenticator).signIn({ origin: "https://evil.example" })).not.toBeNull()
    }
    const other = new SoftwareAuthenticator(origin)
    expect(await browser(other).signIn()).toBe("Passkey not found")
  })

  test("after the first sign-in, another move is refused only where it would bring something back", async () => {
    const [first, second] = await people()
    await movePasskeys(moves.prisma)
    const agent = browser(first!.authenticator)
    expect(await agent.signIn({ counter: 2 ** 32 - 5 })).toBeNull()
    expect(await movePasskeys(moves.prisma)).toMatchObject(done(0))
    await moves.prisma.passkey.delete({
      where: { id: second!.authenticator.credentialId.toString("base64url") },
    })
    const before = await moves.rows()
    expect((await movePasskeys(moves.prisma)).problems).toEqual([
      expect.stringMatching(/^Better Auth is in use/),
    ])
    await expect(moves.runSql(move, "move")).rejects.toThrow(/better_auth_is_in_use/)
    await expect(moves.runSql(move, "undo")).rejects.toThrow(/passkeys_missing_in_passkey/)
    expect(await moves.rows()).toEqual(before)
  })

  test("going back keeps counters, and what people added and removed, if asked to", async () => {
    const [first, second] = await people()
    await movePasskeys(moves.prisma)
    const agent = browser(first!.authenticator)
    expect(await agent.signIn({ counter: 2 ** 32 - 3 })).toBeNull()
    agent.authenticator = new SoftwareAuthenticator(origin, { transports: [] })
    expect(await agent.register({ userVerified: false })).toBe(
      "Your passkey didn't verify that it's you.",
    )
    expect(await agent.register()).toBeNull()
    const gone = browser(second!.authenticator)
    expect(await gone.signIn()).toBeNull()
    const [passkey] = await gone.passkeys()
    expect(await gone.removePasskey(passkey!.id)).toBeNull()

    const before = await moves.rows()
    const { problems } = await undoMove(moves.prisma)
    expect(problems).toEqual([
      expect.stringMatching(/^Added since the move. Passkey: \w{32}$/),
      `Missing in Passkey: removed, or created with Auth.js after the move. Credential id: ${stored(second!.authenticator)}`,
    ])
    await expect(moves.runSql(move, "undo")).rejects.toThrow(/passkeys_added_since_the_move/)
    expect(await moves.rows()).toEqual(before)

    expect(await undoMove(moves.prisma, { keepChanges: true })).toEqual({
      passkeys: 2,
      problems: [],
      notes: problems,
    })
    const added = stored(agent.authenticator)
    expect(
      await moves.prisma.authenticator.findUnique({ where: { credentialID: added } }),
    ).toMatchObject({ providerAccountId: added, transports: null })
    const back = new UserAgent(moves.handlers, agent.authenticator)
    expect(await back.signIn()).toBeNull()
    expect(await back.email()).toBe(first!.email)
    const old = new UserAgent(moves.handlers, first!.authenticator)
    expect(await old.signIn({ counter: 2 ** 32 - 3 })).toBe("WebAuthnVerificationError")
    expect(await old.signIn({ counter: 2 ** 32 - 2 })).toBeNull()
    expect(await new UserAgent(moves.handlers, second!.authenticator).signIn()).not.toBeNull()
    const credentialID = stored(second!.authenticator)
    expect(
      await moves.site.countOf(`"Account" WHERE "providerAccountId" = '${credentialID}'`),
    ).toBe(0)
  })

  describe("nothing is moved", () => {
    const refused = async (problem: string | RegExp, constraint: RegExp) => {
      const before = await moves.rows()
      const report = await movePasskeys(moves.prisma)
      expect(report.problems).toEqual([expect.stringMatching(problem)])
      expect(report.notes).toEqual([])
      await expect(moves.runSql(move, "move")).rejects.toThrow(constraint)
      expect(await moves.rows()).toEqual(before)
    }

    test("if a user has no name", async () => {
      await people()
      const { id } = await moves.person(null)
      await refused(`^No name or no e-mail address. User: ${id}$`, /users_without_name_or_address/)
    })

    test("if a user has no address", async () => {
      await people()
      const { id } = await moves.prisma.user.create({ data: { name: "Zoë" } })
      await refused(`^No name or no e-mail address. User: ${id}$`, /users_without_name_or_address/)
    })

    test("if two credential ids become the same", async () => {
      const [first] = await people()
      const row = await moves.prisma.authenticator.findFirstOrThrow()
      for (const credentialID of ["aa+/", "aa-_"])
        await moves.prisma.authenticator.create({
          data: { ...row, credentialID, userId: first!.id },
        })
      await refused(/^The same in base64url. Credential id: aa-_$/, /unique|duplicate/i)
    })

    test("if a credential id isn't base64", async () => {
      await people()
      const row = await moves.prisma.authenticator.findFirstOrThrow()
      await moves.prisma.authenticator.create({ data: { ...row, credentialID: "a.b" } })
      await refused(/^Not base64. Credential id: a.b$/, /credential_ids_that_are_not_base64/)
    })

    test("if Passkey has it for somebody else", async () => {
      const [first, second] = await people()
      await movePasskeys(moves.prisma)
      const id = first!.authenticator.credentialId.toString("base64url")
      await moves.prisma.passkey.update({ where: { id }, data: { userId: second!.id } })
      await refused(
        `^In Passkey with another user or key. Credential id: ${id}$`,
        /in_passkey_with_another_user_or_key/,
      )
    })
  })

  test("1,000 passkeys, and addresses with capitals are noted", async () => {
    const users = Array.from({ length: 1_000 }, (_, i) => ({
      id: `user-${i}`,
      name: `Nº ${i} – ${"é".repeat(i % 20)}`,
      email: `${i % 500 === 0 ? "Some" : "some"}-${i}@passkeys.example`,
    }))
    await moves.prisma.user.createMany({ data: users })
    await moves.prisma.authenticator.createMany({
      data: users.map(({ id: userId }, i) => {
        const credentialID = Buffer.from(`${i} `.repeat(1 + (i % 100))).toString("base64")
        return {
          userId,
          credentialID,
          providerAccountId: credentialID,
          credentialPublicKey: Buffer.from(`key ${i}`).toString("base64"),
          counter: i,
          credentialDeviceType: i % 2 ? "multiDevice" : "singleDevice",
          credentialBackedUp: i % 2 === 1,
          transports: i % 3 ? "hybrid,internal" : null,
        }
      }),
    })
    const before = await moves.rows()
    expect(await movePasskeys(moves.prisma)).toMatchObject({
      passkeys: 1_000,
      problems: [],
      notes: [expect.stringMatching(/User: user-0, user-500$/)],
    })
    const byScript = await moves.rows()
    expect(await undoMove(moves.prisma)).toEqual(done(1_000))
    expect(await moves.rows()).toEqual(before)
    await moves.runSql(move, "move")
    expect(await moves.rows()).toEqual(byScript)
  })
}
