import { afterEach, expect, test, vi } from "vitest"
import {
  signalAccepted,
  signalRemoved,
  signalUnknown,
  signalUserDetails,
} from "../../demo/recipes/signals/passkeys/signals"

const list = {
  rpId: "example.com",
  passkeys: [
    { id: "one", userHandle: "handle" },
    { id: "two", userHandle: "handle" },
    { id: "older", userHandle: "another-handle" },
    { id: "oldest", userHandle: null },
  ],
}

/** A browser that has these methods, and what it was told. */
function browser(methods: Record<string, (options: object) => Promise<void>> | undefined) {
  const told: [string, object][] = []
  const PublicKeyCredential = Object.fromEntries(
    Object.entries(methods ?? {}).map(([name, method]) => [
      name,
      (options: object) => {
        told.push([name, options])
        return method(options)
      },
    ]),
  )
  vi.stubGlobal("window", methods ? { PublicKeyCredential } : {})
  if (methods) vi.stubGlobal("PublicKeyCredential", PublicKeyCredential)
  return told
}

const everything = {
  signalUnknownCredential: async () => {},
  signalAllAcceptedCredentials: async () => {},
  signalCurrentUserDetails: async () => {},
}

afterEach(() => vi.unstubAllGlobals())

test("one signal for each user handle, and none for passkeys without", async () => {
  const told = browser(everything)
  expect(await signalAccepted(list)).toBe(2)
  expect(told).toEqual([
    [
      "signalAllAcceptedCredentials",
      { rpId: "example.com", userId: "handle", allAcceptedCredentialIds: ["one", "two"] },
    ],
    [
      "signalAllAcceptedCredentials",
      { rpId: "example.com", userId: "another-handle", allAcceptedCredentialIds: ["older"] },
    ],
  ])
})

test("what is missing from the newer list is unknown, also the last with its handle", async () => {
  const told = browser(everything)
  const now = { ...list, passkeys: list.passkeys.slice(0, 2) }
  expect(await signalRemoved(list.passkeys, now)).toBe(2)
  expect(told).toEqual([
    ["signalUnknownCredential", { rpId: "example.com", credentialId: "older" }],
    ["signalUnknownCredential", { rpId: "example.com", credentialId: "oldest" }],
  ])
})

test("a rename or an addition removes nothing, and says nothing", async () => {
  const told = browser(everything)
  const added = { id: "three", userHandle: "handle" }
  expect(await signalRemoved(list.passkeys, { ...list, passkeys: [...list.passkeys, added] })).toBe(
    0,
  )
  expect(told).toEqual([])
})

test("the account's name goes to each user handle", async () => {
  const told = browser(everything)
  expect(await signalUserDetails(list, "new@example.com", "New Name")).toBe(2)
  expect(told).toEqual(
    ["handle", "another-handle"].map((userId) => [
      "signalCurrentUserDetails",
      { rpId: "example.com", userId, name: "new@example.com", displayName: "New Name" },
    ]),
  )
})

test.each([
  ["without passkeys", undefined],
  ["without signals", {}],
  [
    "whose signals fail",
    Object.fromEntries(
      Object.keys(everything).map((name) => [name, () => Promise.reject(new TypeError())]),
    ),
  ],
])("in a browser %s nothing is signalled, and nothing fails", async (_title, methods) => {
  browser(methods)
  expect(await signalAccepted(list)).toBe(0)
  expect(await signalRemoved(list.passkeys, { ...list, passkeys: [] })).toBe(0)
  expect(await signalUserDetails(list, "new@example.com")).toBe(0)
  expect(await signalUnknown("example.com", "one")).toBe(false)
})
