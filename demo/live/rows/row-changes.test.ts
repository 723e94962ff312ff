import { expect, test } from "vitest"
import { rowChanges } from "./row-changes"
import type { Rows } from "./rows"

const none: Rows = { User: [], Account: [], Session: [], Authenticator: [] }
const signedOut: Rows = {
  User: [{ id: "u", email: "otter@passkeys.example" }],
  Account: [{ provider: "passkey", providerAccountId: "c" }],
  Session: [],
  Authenticator: [{ credentialID: "c", counter: 1 }],
}
const signedIn: Rows = {
  ...signedOut,
  Session: [{ sessionToken: "4f2a… (masked)", createdAt: "2026-11-22T10:00:00.000Z" }],
  Authenticator: [{ credentialID: "c", counter: 2 }],
}

test("a sign-in adds a session and changes a counter", () => {
  const { User, Session, Authenticator } = rowChanges(signedOut, signedIn)
  expect(User).toEqual([{ change: "kept", row: signedIn.User[0], before: {} }])
  expect(Session).toEqual([{ change: "added", row: signedIn.Session[0], before: {} }])
  expect(Authenticator).toEqual([
    { change: "changed", row: { credentialID: "c", counter: 2 }, before: { counter: 1 } },
  ])
})

test("what is gone is still shown", () => {
  expect(rowChanges(signedIn, none).User).toEqual([
    { change: "deleted", row: signedIn.User[0], before: {} },
  ])
})

test("a column that was empty is marked with its old value, null", () => {
  const named: Rows = { ...none, User: [{ id: "u", name: "Otter" }] }
  const unnamed: Rows = { ...none, User: [{ id: "u", name: null }] }
  expect(rowChanges(unnamed, named).User[0]?.before).toEqual({ name: null })
})

test("without a before, nothing counts as changed", () => {
  expect(rowChanges(undefined, signedIn).Session[0]?.change).toBe("kept")
})
