import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { credentialWith, FakeBrowser } from "../support/fake-browser"

let autofill: typeof import("../../demo/recipes/autofill/passkeys/autofill")
let ceremony: typeof import("../../demo/recipes/custom-sign-in-page/passkeys/ceremony")

beforeEach(async () => {
  vi.resetModules()
  autofill = await import("../../demo/recipes/autofill/passkeys/autofill")
  ceremony = await import("@/passkeys/ceremony")
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const optionsPath = "/api/auth/webauthn-options/passkey"
const withAutofill = { getClientCapabilities: async () => ({ conditionalGet: true }) }

/** Long enough for what would happen at once. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20))

test("waits for a pick, and hands it over", async () => {
  const browser = new FakeBrowser(withAutofill)
  const onPick = vi.fn()
  autofill.offerAutofill(onPick)
  const { asked, answer } = await browser.prompt()
  expect(asked.mediation).toBe("conditional")
  expect(asked.publicKey?.allowCredentials).toBeUndefined()
  answer(credentialWith({}, {}))
  await vi.waitFor(() => expect(onPick).toHaveBeenCalledOnce())
  await onPick.mock.calls[0]?.[0]()
  expect(browser.count("/api/auth/callback/passkey")).toBe(1)
})

test.each([
  ["that says so", { getClientCapabilities: async () => ({ conditionalGet: false }) }],
  ["that is asked in the older way", { isConditionalMediationAvailable: async () => false }],
  ["that can't be asked", {}],
  ["whose answer fails", { getClientCapabilities: async () => Promise.reject(new Error()) }],
])("asks for nothing in a browser without autofill %s", async (_, statics) => {
  const browser = new FakeBrowser(statics)
  autofill.offerAutofill(() => {})
  await aMoment()
  browser.touch("username webauthn")
  expect(browser.requests).toEqual([])
})

test("asks in the older way where the newer one leaves it out", async () => {
  const browser = new FakeBrowser({
    getClientCapabilities: async () => ({}),
    isConditionalMediationAvailable: async () => true,
  })
  autofill.offerAutofill(() => {})
  await browser.prompt()
})

// As React's StrictMode runs an effect.
test("begun, ended and begun again at once, it sends one request", async () => {
  const browser = new FakeBrowser(withAutofill)
  autofill.offerAutofill(() => {})()
  autofill.offerAutofill(() => {})
  await browser.prompt()
  await aMoment()
  expect(browser.count(optionsPath)).toBe(1)
  expect(browser.prompts).toHaveLength(1)
})

test("ended, it ends the request that waits, and begins no other", async () => {
  const browser = new FakeBrowser(withAutofill)
  const onPick = vi.fn()
  const end = autofill.offerAutofill(onPick)
  const { asked } = await browser.prompt()
  end()
  expect(asked.signal?.aborted).toBe(true)
  browser.touch("username webauthn")
  browser.tabs.dispatchEvent(new Event("message"))
  browser.window.dispatchEvent(new Event("focus"))
  await aMoment()
  expect(browser.count(optionsPath)).toBe(1)
  expect(onPick).not.toHaveBeenCalled()
})

test("is silent when the server refuses, and begins in the field", async () => {
  const browser = new FakeBrowser(withAutofill)
  const answer = browser.answers[optionsPath]!
  browser.answers[optionsPath] = () => new Response("", { status: 429 })
  autofill.offerAutofill(() => {})
  await vi.waitFor(() => expect(browser.count(optionsPath)).toBe(1))
  await aMoment()
  browser.answers[optionsPath] = answer
  browser.touch("email")
  expect(browser.count(optionsPath)).toBe(1)
  browser.touch("username webauthn")
  await browser.prompt()
})

test("after a button took over, it begins in the field", async () => {
  const browser = new FakeBrowser(withAutofill)
  autofill.offerAutofill(() => {})
  await browser.prompt()
  const button = ceremony.signInWithPasskey()
  const { fail } = await browser.prompt(2)
  browser.touch("username webauthn")
  await aMoment()
  expect(browser.prompts).toHaveLength(2)
  fail("NotAllowedError")
  await expect(button).rejects.toMatchObject({ code: "cancelled" })
  browser.touch("username webauthn")
  const { asked } = await browser.prompt(3)
  expect(asked.mediation).toBe("conditional")
})

test("told not to begin at once, it begins in the field", async () => {
  const browser = new FakeBrowser(withAutofill)
  autofill.offerAutofill(() => {}, false)
  await aMoment()
  expect(browser.requests).toEqual([])
  browser.touch("username webauthn")
  await browser.prompt()
})

test("begins anew before the challenge expires, unless nobody is there", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const browser = new FakeBrowser(withAutofill)
  autofill.offerAutofill(() => {})
  const first = await browser.prompt()
  await vi.advanceTimersByTimeAsync(11 * 60_000)
  expect(first.asked.signal?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  expect(first.asked.signal?.aborted).toBe(true)
  const second = await browser.prompt(2)

  browser.hasFocus = false
  await vi.advanceTimersByTimeAsync(30 * 60_000)
  expect(second.asked.signal?.aborted).toBe(false)
  browser.hasFocus = true
  browser.window.dispatchEvent(new Event("focus"))
  expect(second.asked.signal?.aborted).toBe(true)
  await browser.prompt(3)
})

test("begins anew in a tab that somebody returns to, after another tab took the cookie", async () => {
  const browser = new FakeBrowser(withAutofill)
  autofill.offerAutofill(() => {})
  const { asked } = await browser.prompt()
  browser.window.dispatchEvent(new Event("focus"))
  expect(asked.signal?.aborted).toBe(false)
  browser.tabs.dispatchEvent(new Event("message"))
  expect(asked.signal?.aborted).toBe(false)
  browser.window.dispatchEvent(new Event("focus"))
  expect(asked.signal?.aborted).toBe(true)
  await browser.prompt(2)
})
