import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import ts from "typescript"
import type { PasskeysAnswer } from "../../demo/recipes/settings/passkeys/passkeys-answer"
import { root } from "../../scripts/root"
import { expect, signedInAs, test, type LiveDemo } from "../support/fixtures"
import { VirtualAuthenticator } from "../support/virtual-authenticator"

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

/**
 * Adds a passkey to the account, in a second authenticator: one authenticator keeps one passkey for each
 * user handle.
 */
async function addAnother(page: Page, demo: LiveDemo) {
  const other = await VirtualAuthenticator.add(page, "usb")
  await demo.button("Add another passkey").click()
  await expect(demo.region).toContainText("Your account now has another passkey.")
  expect(await other.credentials()).toHaveLength(1)
  return other
}

test("all passkeys of an account have one user handle, and another account has another", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  const other = await addAnother(page, demo)
  const { passkeys } = await passkeysOf(page)
  expect(passkeys).toHaveLength(2)
  const held = [...(await authenticator.credentials()), ...(await other.credentials())]
  const handles = held.map(({ userHandle = "" }) => toBase64url(userHandle))
  // What the server stored is what the authenticator has.
  expect([...new Set(handles)]).toEqual([passkeys[0]?.userHandle])
  expect(passkeys[1]?.userHandle).toBe(passkeys[0]?.userHandle)

  await demo.signOut()
  await demo.register()
  const stranger = await passkeysOf(page)
  expect(stranger.passkeys[0]?.userHandle).toBeTruthy()
  expect(stranger.passkeys[0]?.userHandle).not.toBe(passkeys[0]?.userHandle)
})

test("a passkey that isn't in the list any more is gone from the authenticator", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  const other = await addAnother(page, demo)
  const list = await passkeysOf(page)
  expect(await call(page, "signalAccepted", list)).toBe(1)
  expect(await idsIn(authenticator)).toHaveLength(1)
  expect(await idsIn(other)).toHaveLength(1)

  const [kept] = await idsIn(other)
  const left = { ...list, passkeys: list.passkeys.filter(({ id }) => id === kept) }
  expect(left.passkeys).toHaveLength(1)
  expect(await call(page, "signalAccepted", left)).toBe(1)
  expect(await idsIn(authenticator)).toEqual([])
  expect(await idsIn(other)).toEqual([kept])
})

test("the last passkey with its user handle is gone too", async ({
  page,
  authenticator,
  registered,
}) => {
  await expect(signedInAs(registered)).toBeVisible()
  const list = await passkeysOf(page)
  expect(await call(page, "signalRemoved", list.passkeys, { ...list, passkeys: [] })).toBe(1)
  expect(await authenticator.credentials()).toEqual([])
})

test("a passkey that the server doesn't know is gone, and no other", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  const other = await addAnother(page, demo)
  const { rpId } = await passkeysOf(page)
  const [unknown] = await idsIn(authenticator)
  expect(await call(page, "signalUnknown", rpId, unknown)).toBe(true)
  expect(await idsIn(authenticator)).toEqual([])
  expect(await idsIn(other)).toHaveLength(1)
})

test("passkeys show the new name of the account", async ({ page, authenticator, registered }) => {
  // The demo signals the name that the account has, when its list appears.
  await expect(note(registered)).toContainText("which passkeys you have")
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

const note = (demo: LiveDemo) => demo.region.getByText(/^Signalled to your browser/)

test("the demo signals the list when it appears, and a removal at once", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  await expect(note(demo)).toContainText("which passkeys you have")
  const other = await addAnother(page, demo)
  const items = demo.region.getByRole("region", { name: "Your passkeys" }).getByRole("listitem")
  await expect(items).toHaveCount(2)
  await items.last().getByRole("button", { name: "Remove" }).click()
  await demo.button("Yes, remove it").click()
  await expect(items).toHaveCount(1)
  await expect.poll(() => other.credentials()).toEqual([])
  expect(await authenticator.credentials()).toHaveLength(1)
  await expect(note(demo)).toContainText("which passkey you removed")
})

test("what happened on another device is signalled when the list appears", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  const other = await addAnother(page, demo)
  const list = await passkeysOf(page)
  await call(page, "signalUserDetails", list, "old@passkeys.example")
  const [removed] = await idsIn(other)
  expect(await removeSilently(page, removed)).toBe(200)
  expect(await idsIn(other)).toEqual([removed])

  await page.reload()
  await demo.open()
  await expect.poll(() => other.credentials()).toEqual([])
  await expect
    .poll(async () => (await authenticator.credentials())[0])
    .toMatchObject({ userName: list.accountName })
})

test("while a passkey is being created, no list is signalled that lacks it", async ({
  page,
  context,
  authenticator,
  registered: demo,
}) => {
  const other = await VirtualAuthenticator.add(page, "usb")
  // The authenticator has answered, and the server not yet.
  let store = () => {}
  const stored = new Promise<void>((resolve) => (store = resolve))
  await page.route("**/api/auth/callback/passkey", async (route) => {
    await stored
    await route.continue()
  })
  await demo.button("Add another passkey").click()
  await expect.poll(() => other.credentials()).toHaveLength(1)
  const inOtherTab = await context.newPage()
  await inOtherTab.goto("/")
  await inOtherTab.getByRole("region", { name: "Live demo" }).hover()
  await expect(
    inOtherTab.getByRole("region", { name: "Your passkeys" }).getByRole("listitem"),
  ).toHaveCount(1)
  await expect(inOtherTab.getByText(/^Signalled to your browser/)).toBeHidden()
  const isHeld = await page.evaluate(async () => (await navigator.locks.query()).held?.length)
  expect(isHeld).toBe(1)

  store()
  await expect(demo.region).toContainText("Your account now has another passkey.")
  await inOtherTab.reload()
  await inOtherTab.getByRole("region", { name: "Live demo" }).hover()
  await expect(inOtherTab.getByText(/^Signalled to your browser/)).toBeVisible()
  await expect(note(demo)).toBeVisible()
  expect(await other.credentials()).toHaveLength(1)
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a list that can't be loaded removes nothing", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  await expect(note(demo)).toBeVisible()
  await page.route("**/api/passkeys", (route) => route.fulfill({ status: 503, json: {} }))
  await page.reload()
  await demo.open()
  await expect(demo.region).toContainText("Your passkeys couldn't be loaded.")
  expect(await authenticator.credentials()).toHaveLength(1)
})

/** Removes a passkey as the list does, but signals nothing. Returns the status of the response. */
const removeSilently = (page: Page, id: string | undefined) =>
  page.evaluate(async (id) => {
    const send = (url: string, method: string, body: unknown) =>
      fetch(url, {
        method,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      })
    const deed = `remove-passkey:${id}`
    const answer = await send("/api/passkeys/step-up", "POST", { deed })
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json())
    const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
    const confirmation = credential.toJSON()
    return (await send("/api/passkeys", "DELETE", { id, confirmation })).status
  }, id)
