import { beforeAll, beforeEach, expect, test } from "vitest"
import { movePasskeys } from "../../../demo/recipes/move-from-simplewebauthn/moving/move-passkeys"
import { toAuthenticator } from "../../../demo/recipes/move-from-simplewebauthn/moving/plan-move"
import { undoMove } from "../../../demo/recipes/move-from-simplewebauthn/moving/undo-move"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import type { Moves } from "../moving/moving-fixture"
import { PasskeyServerAgent } from "../moving/passkey-server-agent"
import { origin, UserAgent } from "../user-agent"
import { loadServer } from "./move-to-simplewebauthn-contract"

const move = "move-from-simplewebauthn"
const done = (passkeys: number) => ({ passkeys, problems: [] })

/** That a passkey of SimpleWebAuthn's own table signs in with Auth.js, on the same database, and back. */
export function describeMoveFromSimpleWebAuthn(moves: Moves) {
  let server: Awaited<ReturnType<typeof loadServer>>
  beforeAll(async () => void (server = await loadServer(moves)))
  beforeEach(() => moves.clear())

  /** Somebody whose passkey was created without Auth.js. */
  const person = async (options?: ConstructorParameters<typeof SoftwareAuthenticator>[1]) => {
    const { prisma, site } = moves
    const email = site.newEmail()
    const { id } = await prisma.user.create({ data: { email, name: "Çağlar 🌍" } })
    const sessionToken = `session-${id}`
    const expires = new Date(Date.now() + 60_000)
    await prisma.session.create({ data: { sessionToken, userId: id, expires } })
    const agent = new PasskeyServerAgent(server.POST, new SoftwareAuthenticator(origin, options))
    agent.http.cookies.set("authjs.session-token", sessionToken)
    expect(await agent.register()).toBe(200)
    return { id, email, agent, authenticator: agent.authenticator }
  }
  // Ids of 16, 17 and 18 bytes end with two, one and no padding characters.
  const people = async () =>
    [
      await person({ counter: 2 ** 32 - 9, credentialId: Buffer.from("+/".repeat(8)) }),
      await person({ algorithm: "RS256", transports: [], credentialId: Buffer.alloc(17, 0xfb) }),
      await person({ algorithm: "EdDSA", credentialId: Buffer.alloc(18, 0xff) }),
    ] as const

  /** Without the times at which they were written. */
  const rows = async () =>
    (await moves.rows()).map((row) =>
      row.startsWith("Account ") ? row.replace(/"(createdAt|updatedAt)":"[^"]*"/g, '"$1"') : row,
    )

  test("the script and the SQL write the same rows, once, and undoing restores all", async () => {
    await people()
    const before = await moves.rows()
    expect(await movePasskeys(moves.prisma, { dryRun: true })).toEqual(done(3))
    expect(await moves.rows()).toEqual(before)
    expect(await movePasskeys(moves.prisma)).toEqual(done(3))
    const byScript = await rows()
    expect(byScript).toHaveLength(before.length + 6)
    expect(await movePasskeys(moves.prisma)).toEqual(done(0))
    expect(await undoMove(moves.prisma, { dryRun: true })).toEqual(done(3))
    expect(await undoMove(moves.prisma)).toEqual(done(3))
    expect(await moves.rows()).toEqual(before)
    await moves.runSql(move, "move")
    await moves.runSql(move, "move")
    expect(await rows()).toEqual(byScript)
    await moves.runSql(move, "undo")
    expect(await moves.rows()).toEqual(before)
  })

  test("every passkey signs in with Auth.js, and its counter comes back", async () => {
    const all = await people()
    await movePasskeys(moves.prisma)
    for (const [i, { authenticator, email }] of all.entries()) {
      const agent = new UserAgent(moves.handlers, authenticator)
      expect(await agent.signIn({ counter: 2 ** 32 - 6 + i })).toBeNull()
      expect(await agent.email()).toBe(email)
    }
    await undoMove(moves.prisma)
    for (const [i, { authenticator }] of all.entries()) {
      const agent = new PasskeyServerAgent(server.POST, authenticator)
      expect(await agent.signIn({ counter: 2 ** 32 - 6 + i })).toBe(400)
      expect(await agent.signIn({ counter: 2 ** 32 - 5 + i })).toBe(200)
    }
  })

  test("undoing writes nothing after people have added or removed passkeys", async () => {
    const [first, second] = await people()
    await movePasskeys(moves.prisma)
    const agent = new UserAgent(moves.handlers, first.authenticator)
    expect(await agent.signIn({ counter: 2 ** 32 - 6 })).toBeNull()
    agent.authenticator = new SoftwareAuthenticator(origin)
    expect(await agent.register()).toBeNull()
    await moves.prisma.authenticator.deleteMany({ where: { userId: second.id } })
    const before = await moves.rows()
    expect((await undoMove(moves.prisma)).problems).toEqual([
      expect.stringMatching(/^Added since the move/),
      expect.stringMatching(/^Missing in Authenticator: removed, or created with your server/),
    ])
    await expect(moves.runSql(move, "undo")).rejects.toThrow(/passkeys_added_since_the_move/)
    expect(await moves.rows()).toEqual(before)
  })

  test("nothing is moved if an address is missing, an id is wrong, or somebody else has it", async () => {
    const [first, second] = await people()
    await movePasskeys(moves.prisma)
    const { prisma } = moves
    const row = await prisma.webAuthnCredential.findFirstOrThrow()
    const [mine, theirs] = [{ userId: first.id }, { userId: second.id }]
    const faults = {
      users_without_address: async () => {
        const { id } = await prisma.user.create({ data: { id: "nobody", name: "Nobody" } })
        await prisma.webAuthnCredential.create({ data: { ...row, id: "aaaa", userId: id } })
        return () => prisma.user.delete({ where: { id } })
      },
      ids_or_keys_that_are_not_base64url: async () => {
        const { id } = await prisma.webAuthnCredential.create({ data: { ...row, id: "aaaaa" } })
        return () => prisma.webAuthnCredential.delete({ where: { id } })
      },
      in_authenticator_with_another_user_or_key: async () => {
        const { credentialID } = await prisma.authenticator.findFirstOrThrow({ where: mine })
        const where = { credentialID }
        await prisma.authenticator.update({ where, data: theirs })
        return () => prisma.authenticator.update({ where, data: mine })
      },
      in_account_with_another_user: async () => {
        const { providerAccountId } = await prisma.account.findFirstOrThrow({ where: mine })
        const where = { provider_providerAccountId: { provider: "passkey", providerAccountId } }
        await prisma.account.update({ where, data: theirs })
        return () => prisma.account.update({ where, data: mine })
      },
    }
    for (const [name, make] of Object.entries(faults)) {
      const mend = await make()
      const before = await moves.rows()
      await expect(moves.runSql(move, "move")).rejects.toThrow(name)
      expect(await moves.rows()).toEqual(before)
      await mend()
    }
    for (const make of Object.values(faults)) await make()
    const before = await moves.rows()
    expect((await movePasskeys(prisma)).problems).toEqual([
      "No e-mail address, which Auth.js needs. User: nobody",
      "Not base64url. Id: aaaaa",
      expect.stringMatching(/^In Authenticator or Account with another user or key/),
    ])
    expect(await moves.rows()).toEqual(before)
  })

  test("keys in bytes are the same, in the script and in SQL", async () => {
    const { authenticator } = await person({ algorithm: "RS256" })
    const row = await moves.prisma.webAuthnCredential.findFirstOrThrow()
    const expected = Buffer.from(authenticator.publicKey).toString("base64")
    expect(
      toAuthenticator({ ...row, publicKey: authenticator.publicKey }).credentialPublicKey,
    ).toBe(expected)
    const hex = Buffer.from(authenticator.publicKey).toString("hex")
    const statements = {
      postgresql: `SELECT translate(encode(decode('${hex}', 'hex'), 'base64'), E'\\n', '') AS "key"`,
      mysql: `SELECT REPLACE(TO_BASE64(X'${hex}'), '\\n', '') AS "key"`,
      sqlite: undefined,
    }
    const statement = statements[moves.database]
    if (statement) expect(await moves.site.query(statement)).toEqual([{ key: expected }])
  })
}
