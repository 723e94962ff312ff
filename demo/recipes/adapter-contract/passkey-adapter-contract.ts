import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import type { Adapter, AdapterAuthenticator } from "next-auth/adapters"

type Contract = {
  [name: string]: (adapter: Required<Adapter>) => Promise<void>
}

/**
 * What Auth.js expects from an adapter for passkeys. Each test is a
 * function that rejects if the adapter behaves differently. Run them
 * with any test runner, on a separate database, because they leave
 * rows.
 */
export const passkeyAdapterContract: Contract = {
  async "missing rows are null, not undefined"(adapter) {
    assert.equal(await adapter.getAuthenticator("AAAA"), null)
    assert.equal(await adapter.getAccount("AAAA", "passkey"), null)
    assert.equal(await adapter.getUser(crypto.randomUUID()), null)
    assert.equal(
      await adapter.getUserByAccount({
        provider: "passkey",
        providerAccountId: "AAAA",
      }),
      null,
    )
  },

  async "a user without passkeys has an empty list"(adapter) {
    assert.deepEqual(
      await adapter.listAuthenticatorsByUserId(await newUser(adapter)),
      [],
    )
    assert.deepEqual(
      await adapter.listAuthenticatorsByUserId(crypto.randomUUID()),
      [],
    )
  },

  async "an authenticator comes back as it was given"(adapter) {
    const given = authenticatorOf(newId(), await newUser(adapter))
    isSame(await adapter.createAuthenticator({ ...given }), given)
    isSame(await adapter.getAuthenticator(given.credentialID), given)
    const listed = await adapter.listAuthenticatorsByUserId(
      given.userId,
    )
    assert.equal(listed.length, 1)
    isSame(listed[0], given)
  },

  async "an account is found by its id first, and its provider second"(
    adapter,
  ) {
    const { userId, credentialID } = await newPasskey(adapter)
    const account = await adapter.getAccount(credentialID, "passkey")
    assert.equal(account?.userId, userId)
    assert.equal(account?.type, "webauthn")
    assert.equal(account?.provider, "passkey")
    assert.equal(account?.providerAccountId, credentialID)
    assert.equal(
      await adapter.getAccount(credentialID, "another"),
      null,
    )
    const key = { provider: "passkey", providerAccountId: credentialID }
    assert.equal((await adapter.getUserByAccount(key))?.id, userId)
  },

  async "a credential id may have 1,023 bytes, which are 1,364 characters"(
    adapter,
  ) {
    for (const length of [
      16, 32, 143, 144, 191, 192, 255, 256, 767, 768, 1022, 1023,
    ]) {
      const given = await newPasskey(adapter, {
        credentialID: newId(length),
      })
      isSame(await adapter.getAuthenticator(given.credentialID), given)
      const account = await adapter.getAccount(
        given.credentialID,
        "passkey",
      )
      assert.equal(account?.providerAccountId, given.credentialID)
    }
  },

  async "ids that differ by case are two credentials"(adapter) {
    const rest = newId().slice(1)
    const upper = await newPasskey(adapter, {
      credentialID: `A${rest}`,
    })
    assert.equal(await adapter.getAuthenticator(`a${rest}`), null)
    assert.equal(await adapter.getAccount(`a${rest}`, "passkey"), null)
    const lower = await newPasskey(adapter, {
      credentialID: `a${rest}`,
    })
    isSame(await adapter.getAuthenticator(`A${rest}`), upper)
    isSame(await adapter.getAuthenticator(`a${rest}`), lower)
    assert.equal(
      (await adapter.getAccount(`A${rest}`, "passkey"))?.userId,
      upper.userId,
    )
  },

  async "a public key may be long"(adapter) {
    // As base64: RSA with 2,048 bits, as used by Windows Hello, RSA
    // with 4,096 bits, and ML-DSA-87.
    for (const length of [364, 708, 3488]) {
      const given = await newPasskey(adapter, {
        credentialPublicKey: "k".repeat(length),
      })
      isSame(await adapter.getAuthenticator(given.credentialID), given)
    }
  },

  async "transports may be missing"(adapter) {
    for (const transports of [
      undefined,
      null,
      "",
      "internal",
      "ble,cable,hybrid,internal,nfc",
    ]) {
      const { credentialID } = await newPasskey(adapter, { transports })
      const found = await adapter.getAuthenticator(credentialID)
      assert.equal(found?.transports || null, transports || null)
    }
  },

  async "a counter is an unsigned 32-bit integer"(adapter) {
    for (const counter of [0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1]) {
      const created = await newPasskey(adapter, { counter })
      isSame(
        await adapter.getAuthenticator(created.credentialID),
        created,
      )
      const moved = await newPasskey(adapter)
      const updated = await adapter.updateAuthenticatorCounter(
        moved.credentialID,
        counter,
      )
      isSame(updated, { ...moved, counter })
      isSame(await adapter.getAuthenticator(moved.credentialID), {
        ...moved,
        counter,
      })
    }
  },

  async "updating a counter changes only that passkey"(adapter) {
    const userId = await newUser(adapter)
    const keys = [
      await newPasskey(adapter, { userId }),
      await newPasskey(adapter, { userId }),
    ]
    const [first, second] = keys as [
      AdapterAuthenticator,
      AdapterAuthenticator,
    ]
    for (const [key, counter] of [
      [first, 5] as const,
      [first, 6] as const,
      [second, 1] as const,
    ])
      await adapter.updateAuthenticatorCounter(
        key.credentialID,
        counter,
      )
    const listed = await adapter.listAuthenticatorsByUserId(userId)
    assert.deepEqual(
      listed
        .map(
          ({ credentialID, counter }) => `${credentialID} ${counter}`,
        )
        .sort(),
      [`${first.credentialID} 6`, `${second.credentialID} 1`].sort(),
    )
  },

  async "updating the counter of a missing passkey is rejected"(
    adapter,
  ) {
    await assert.rejects(async () =>
      adapter.updateAuthenticatorCounter("AAAA", 1),
    )
  },

  async "a user's list has all of their passkeys, and nobody else's"(
    adapter,
  ) {
    const userId = await newUser(adapter)
    const ids: string[] = []
    while (ids.length < 10)
      ids.push((await newPasskey(adapter, { userId })).credentialID)
    await newPasskey(adapter)
    const listed = await adapter.listAuthenticatorsByUserId(userId)
    assert.deepEqual(
      listed.map(({ credentialID }) => credentialID).sort(),
      ids.sort(),
    )
  },

  async "a credential has one owner"(adapter) {
    const given = await newPasskey(adapter)
    const thief = await newUser(adapter)
    await assert.rejects(async () =>
      adapter.createAuthenticator({ ...given, userId: thief }),
    )
    await assert.rejects(async () =>
      adapter.createAuthenticator({ ...given, counter: 9 }),
    )
    await assert.rejects(async () =>
      adapter.linkAccount(accountOf(given.credentialID, thief)),
    )
    isSame(await adapter.getAuthenticator(given.credentialID), given)
    assert.deepEqual(
      await adapter.listAuthenticatorsByUserId(thief),
      [],
    )
  },

  async "only one of two simultaneous registrations of a credential succeeds"(
    adapter,
  ) {
    for (let round = 0; round < 5; round++) {
      const credentialID = newId()
      const users = [await newUser(adapter), await newUser(adapter)]
      const attempts = users.map(async (userId) =>
        adapter.createAuthenticator(
          authenticatorOf(credentialID, userId),
        ),
      )
      const results = await Promise.allSettled(attempts)
      assert.equal(
        results.filter(({ status }) => status === "fulfilled").length,
        1,
      )
    }
  },

  async "deleting a user deletes all of their rows"(adapter) {
    const userId = await newUser(adapter)
    const { credentialID } = await newPasskey(adapter, { userId })
    const sessionToken = crypto.randomUUID()
    await adapter.createSession({
      sessionToken,
      userId,
      expires: new Date(Date.now() + 60_000),
    })
    await adapter.deleteUser(userId)
    assert.equal(await adapter.getUser(userId), null)
    assert.equal(await adapter.getAuthenticator(credentialID), null)
    assert.equal(
      await adapter.getAccount(credentialID, "passkey"),
      null,
    )
    assert.equal(await adapter.getSessionAndUser(sessionToken), null)
    assert.deepEqual(
      await adapter.listAuthenticatorsByUserId(userId),
      [],
    )
  },
}

/**
 * The adapter chooses the id. The one from Auth.js is only a
 * suggestion.
 */
async function newUser(adapter: Required<Adapter>): Promise<string> {
  const id = crypto.randomUUID()
  const email = `${id}@passkeys.example`
  return (await adapter.createUser({ id, email, emailVerified: null }))
    .id
}

/**
 * A passkey consists of an account and an authenticator. Auth.js writes
 * them in this order.
 */
async function newPasskey(
  adapter: Required<Adapter>,
  given: Partial<AdapterAuthenticator> = {},
) {
  const { credentialID = newId(), userId = await newUser(adapter) } =
    given
  await adapter.linkAccount(accountOf(credentialID, userId))
  const passkey = { ...authenticatorOf(credentialID, userId), ...given }
  await adapter.createAuthenticator({ ...passkey })
  return passkey
}

/** Standard base64, as Auth.js stores ids: it has +, / and =. */
const newId = (bytes = 32) => randomBytes(bytes).toString("base64")

const accountOf = (providerAccountId: string, userId: string) => ({
  type: "webauthn" as const,
  provider: "passkey",
  providerAccountId,
  userId,
})

const authenticatorOf = (
  credentialID: string,
  userId: string,
): AdapterAuthenticator => ({
  credentialID,
  userId,
  providerAccountId: credentialID,
  credentialPublicKey: randomBytes(77).toString("base64"),
  counter: 0,
  credentialDeviceType: "multiDevice",
  credentialBackedUp: true,
  transports: "internal,hybrid",
})

/**
 * There may be additional columns. A counter may be a `bigint`, because
 * Auth.js only compares it.
 */
function isSame(
  found: AdapterAuthenticator | null | undefined,
  given: AdapterAuthenticator,
) {
  assert.ok(found, "The authenticator was not found.")
  const relevant = (row: AdapterAuthenticator) => ({
    credentialID: row.credentialID,
    userId: row.userId,
    providerAccountId: row.providerAccountId,
    credentialPublicKey: row.credentialPublicKey,
    counter: Number(row.counter),
    credentialDeviceType: row.credentialDeviceType,
    credentialBackedUp: row.credentialBackedUp,
    transports: row.transports || null,
  })
  assert.deepEqual(relevant(found), relevant(given))
}
