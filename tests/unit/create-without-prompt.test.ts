import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { credentialWith, FakeBrowser } from "../support/fake-browser"

/** Anew for each test: the module remembers the ceremony that runs. */
let ceremony: typeof import("../../demo/recipes/custom-sign-in-page/passkeys/ceremony")
let createWithoutPrompt: (signal: AbortSignal) => Promise<boolean>

beforeEach(async () => {
  vi.resetModules()
  ceremony = await import("../../demo/recipes/custom-sign-in-page/passkeys/ceremony")
  ;({ createWithoutPrompt } =
    await import("../../demo/recipes/offer-passkey/passkeys/create-without-prompt"))
})
afterEach(() => vi.unstubAllGlobals())

const browserWith = (conditionalCreate: boolean | undefined) =>
  new FakeBrowser({
    getClientCapabilities: async () => ({ conditionalCreate }),
    parseCreationOptionsFromJSON: (json: object) => json,
    parseRequestOptionsFromJSON: (json: object) => json,
  })

const staying = () => new AbortController().signal
const callbackPath = "/api/auth/callback/passkey"

test("asks for a passkey with conditional mediation, and has it verified", async () => {
  const browser = browserWith(true)
  const done = createWithoutPrompt(staying())
  const { asked, answer } = await browser.prompt()
  expect(asked.mediation).toBe("conditional")
  answer(credentialWith({}, { id: "AQID" }))
  expect(await done).toBe(true)
  expect(browser.count(callbackPath)).toBe(1)
})

test("ends the autofill that waits for a pick", async () => {
  const browser = browserWith(true)
  const waiting = ceremony.pickPasskey(undefined, { mediation: "conditional" })
  const ended = expect(waiting).rejects.toMatchObject({ code: "cancelled" })
  await browser.prompt()
  const done = createWithoutPrompt(staying())
  await ended
  const { answer } = await browser.prompt(2)
  answer(credentialWith({}, { id: "AQID" }))
  expect(await done).toBe(true)
})

test("ends no prompt that somebody has asked for", async () => {
  const browser = browserWith(true)
  const signingIn = ceremony.signInWithPasskey()
  const { answer } = await browser.prompt()
  expect(await createWithoutPrompt(staying())).toBe(false)
  expect(browser.prompts).toHaveLength(1)
  answer(credentialWith({}, { id: "AQID" }))
  await signingIn
})

test.each([false, undefined])("asks for nothing where the browser says %s", async (has) => {
  const browser = browserWith(has)
  expect(await createWithoutPrompt(staying())).toBe(false)
  expect(browser.requests).toEqual([])
})

test("asks for nothing in a browser that can't be asked", async () => {
  const browser = new FakeBrowser()
  expect(await createWithoutPrompt(staying())).toBe(false)
  expect(browser.requests).toEqual([])
})

test("begun, ended and begun again at once, it asks once", async () => {
  const browser = browserWith(true)
  const leaving = new AbortController()
  const first = createWithoutPrompt(leaving.signal)
  leaving.abort()
  const second = createWithoutPrompt(staying())
  const { answer } = await browser.prompt()
  answer(credentialWith({}, { id: "AQID" }))
  expect(await first).toBe(false)
  expect(await second).toBe(true)
  expect(browser.prompts).toHaveLength(1)
})

test.each(["NotAllowedError", "InvalidStateError", "ConstraintError", "AbortError"])(
  "says nothing of %s",
  async (name) => {
    const browser = browserWith(true)
    const done = createWithoutPrompt(staying())
    const { fail } = await browser.prompt()
    fail(name)
    expect(await done).toBe(false)
    expect(browser.count(callbackPath)).toBe(0)
  },
)

const answersWith = (error: string) => () =>
  Response.json({ url: `https://app.example/sign-in?error=${error}` })

test("a passkey that the server refuses is forgotten", async () => {
  const browser = browserWith(true)
  browser.answers[callbackPath] = answersWith("WebAuthnVerificationError")
  const done = createWithoutPrompt(staying())
  const { answer } = await browser.prompt()
  answer(credentialWith({}, { id: "AQID" }))
  expect(await done).toBe(false)
  expect(browser.forgotten).toEqual([{ rpId: "app.example", credentialId: "AQID" }])
})

test("one that the server may have stored is not", async () => {
  const browser = browserWith(true)
  delete browser.answers[callbackPath]
  const done = createWithoutPrompt(staying())
  const { answer } = await browser.prompt()
  answer(credentialWith({}, { id: "AQID" }))
  expect(await done).toBe(false)
  expect(browser.forgotten).toEqual([])
})
