import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import ts from "typescript"
import type { PasskeysAnswer } from "../../demo/recipes/settings/passkeys/passkeys-answer"
import { root } from "../../scripts/root"
import { expect, signedInAs, test, type LiveDemo } from "../support/fixtures"
import type { VirtualAuthenticator } from "../support/virtual-authenticator"

/** The reader's file, as a browser runs it. */
const { outputText } = ts.transpileModule(
  readFileSync(join(root, "demo/recipes/signals/passkeys/signals.ts"), "utf8"),
  { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } },
)

/** Calls one of the reader's functions in the page. */
const call = (page: Page, name: string, ...args: unknown[]): Promise<unknown> =>
  page.evaluate(
    `(() => { const exports = {}; ${outputText}; return exports.${name}(...${JSON.stringify(args)}) })()`,
  )

const passkeysOf = async (page: Page) =>
  (await (await page.request.get("/api/passkeys")).json()) as PasskeysAnswer

const idsIn = async (authenticator: VirtualAuthenticator) =>
  (await authenticator.credentials()).map(({ credentialId }) => toBase64url(credentialId)).sort()

const toBase64url = (base64: string) => Buffer.from(base64, "base64").toString("base64url")

/** Adds a passkey as on another device, and puts all into one authenticator, as a password manager does. */
async function addAnother(demo: LiveDemo, authenticator: VirtualAuthenticator) {
  const held = await authenticator.credentials()
  await authenticator.clear()
  await demo.button("Add another passkey").click()
  await expect(demo.region).toContainText("Your account now has another passkey.")
  await authenticator.receive(held)
}

test("all passkeys of an account have one user handle, and another account has another", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  await addAnother(demo, authenticator)
  const { passkeys } = await passkeysOf(page)
  expect(passkeys).toHaveLength(2)
  const handles = (await authenticator.credentials()).map(({ userHandle = "" }) =>
    toBase64url(userHandle),
  )
  // What the server stored is what the authenticator has.
  expect([...new Set(handles)]).toEqual([passkeys[0]?.userHandle])
  expect(passkeys[1]?.userHandle).toBe(passkeys[0]?.userHandle)

  await demo.signOut()
  await authenticator.clear()
  await demo.register()
  const other = await passkeysOf(page)
  expect(other.passkeys[0]?.userHandle).toBeTruthy()
  expect(other.passkeys[0]?.userHandle).not.toBe(passkeys[0]?.userHandle)
})

test("a passkey that isn't in the list any more is gone from the authenticator", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  await addAnother(demo, authenticator)
  const list = await passkeysOf(page)
  const [first, second] = list.passkeys
  expect(await call(page, "signalAccepted", list)).toBe(1)
  expect(await idsIn(authenticator)).toEqual([first?.id ?? "", second?.id ?? ""].sort())

  const left = { ...list, passkeys: [second] }
  expect(await call(page, "signalAccepted", left)).toBe(1)
  expect(await idsIn(authenticator)).toEqual([second?.id])
})

test("the last passkey with its user handle is gone too", async ({
  page,
  authenticator,
  registered,
}) => {
  await expect(signedInAs(registered)).toBeVisible()
  const list = await passkeysOf(page)
  expect(await call(page, "signalRemoved", list, { ...list, passkeys: [] })).toBe(1)
  expect(await authenticator.credentials()).toEqual([])
})

test("a passkey that the server doesn't know is gone, and no other", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  await addAnother(demo, authenticator)
  const { rpId, passkeys } = await passkeysOf(page)
  expect(await call(page, "signalUnknown", rpId, passkeys[0]?.id)).toBe(true)
  expect(await idsIn(authenticator)).toEqual([passkeys[1]?.id])
})

test("passkeys show the new name of the account", async ({ page, authenticator, registered }) => {
  await expect(signedInAs(registered)).toBeVisible()
  const list = await passkeysOf(page)
  expect(await call(page, "signalUserDetails", list, "new@passkeys.example", "New")).toBe(1)
  const [credential] = await authenticator.credentials()
  expect(credential).toMatchObject({ userName: "new@passkeys.example", userDisplayName: "New" })
})

test("a signal for another site is refused, and nothing fails", async ({
  page,
  authenticator,
  registered,
}) => {
  await expect(signedInAs(registered)).toBeVisible()
  const list = await passkeysOf(page)
  expect(await call(page, "signalAccepted", { ...list, rpId: "example.com" })).toBe(0)
  expect(await call(page, "signalUnknown", "example.com", list.passkeys[0]?.id)).toBe(false)
  expect(await authenticator.credentials()).toHaveLength(1)
})
