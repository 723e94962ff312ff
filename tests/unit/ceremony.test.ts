import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { credentialWith, FakeBrowser } from "../support/fake-browser"

/** Anew for each test: it remembers the ceremony that runs. */
let ceremony: typeof import("../../demo/recipes/custom-sign-in-page/passkeys/ceremony")

beforeEach(async () => {
  vi.resetModules()
  ceremony = await import("../../demo/recipes/custom-sign-in-page/passkeys/ceremony")
})
afterEach(() => vi.unstubAllGlobals())

const bytes = (...values: number[]) => new Uint8Array(values).buffer
const created = () =>
  credentialWith({
    clientDataJSON: bytes(1),
    attestationObject: bytes(2, 255),
    getTransports: () => ["internal"],
  })
const found = () =>
  credentialWith({
    clientDataJSON: bytes(1),
    authenticatorData: bytes(2),
    signature: bytes(3, 254),
    userHandle: bytes(4),
  })

const optionsPath = "/api/auth/webauthn-options/passkey"
const callbackPath = "/api/auth/callback/passkey"

/** What was posted to Auth.js. */
function posted(browser: FakeBrowser) {
  const request = browser.requests.find(({ path }) => path === callbackPath)
  return JSON.parse((request?.init?.body as URLSearchParams).get("data") ?? "")
}

describe("what browsers convert", () => {
  test("is left to a browser that can", async () => {
    const browser = new FakeBrowser({
      parseCreationOptionsFromJSON: (json: object) => ({ parsed: json }),
    })
    const done = ceremony.registerPasskey("ada@app.example")
    const { asked, answer } = await browser.prompt()
    expect(asked.publicKey).toMatchObject({ parsed: { challenge: "Y2hhbGxlbmdl" } })
    answer(credentialWith({}, { by: "the browser" }))
    await done
    expect(posted(browser)).toEqual({ by: "the browser" })
  })

  test("is converted in one that can't, and a registration is posted", async () => {
    const browser = new FakeBrowser()
    const done = ceremony.registerPasskey("ada@app.example")
    const { asked, answer } = await browser.prompt()
    expect(asked.publicKey).toMatchObject({
      challenge: new TextEncoder().encode("challenge").buffer,
      // As a browser that can reads it. SimpleWebAuthn 9 takes the text for the bytes.
      user: { id: bytes(0, 1, 2, 3, 4, 5), name: "ada" },
      excludeCredentials: [{ id: bytes(7, 8, 9), type: "public-key", transports: ["internal"] }],
    })
    answer(created())
    await done
    expect(posted(browser)).toEqual({
      id: "AQID",
      rawId: "AQID",
      type: "public-key",
      authenticatorAttachment: "platform",
      clientExtensionResults: {},
      response: { clientDataJSON: "AQ", attestationObject: "Av8", transports: ["internal"] },
    })
  })

  test("so is what a password manager returns that has no toJSON()", async () => {
    const browser = new FakeBrowser({ parseRequestOptionsFromJSON: (json: object) => json })
    const done = ceremony.signInWithPasskey()
    const { answer } = await browser.prompt()
    answer(found())
    await done
    expect(posted(browser).response).toEqual({
      clientDataJSON: "AQ",
      authenticatorData: "Ag",
      signature: "A_4",
      userHandle: "BA",
    })
  })
})

describe("one ceremony at a time", () => {
  const autofill = () => ceremony.pickPasskey(undefined, { mediation: "conditional" })

  test("a button ends the autofill that waits for a pick", async () => {
    const browser = new FakeBrowser()
    const waiting = autofill()
    await browser.prompt()
    const done = ceremony.signInWithPasskey()
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" })
    const { asked, answer } = await browser.prompt(2)
    expect(asked.mediation).toBeUndefined()
    answer(found())
    await done
  })

  test("a button ends the autofill that waits for options, before it asks for its own", async () => {
    const browser = new FakeBrowser()
    const answerOptions = browser.answers[optionsPath]!
    browser.answers[optionsPath] = () => new Promise(() => {})
    const waiting = autofill()
    browser.answers[optionsPath] = answerOptions
    const done = ceremony.registerPasskey("ada@app.example")
    const [old, next] = browser.requests.filter(({ path }) => path === optionsPath)
    // The browser takes no cookie from a request that was ended.
    expect(old?.init?.signal?.aborted).toBe(true)
    expect(next?.init?.signal?.aborted).toBe(false)
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" })
    const { answer } = await browser.prompt()
    answer(created())
    await done
  })

  test("autofill ends nothing that somebody has asked for", async () => {
    const browser = new FakeBrowser()
    const done = ceremony.registerPasskey("ada@app.example")
    const { answer } = await browser.prompt()
    await expect(autofill()).rejects.toMatchObject({ code: "cancelled" })
    expect(browser.count(optionsPath)).toBe(1)
    answer(created())
    await done
    // And then it may.
    void autofill().catch(() => {})
    await browser.prompt(2)
  })

  test("cancelCeremony() ends the prompt that is open", async () => {
    const browser = new FakeBrowser()
    const done = ceremony.signInWithPasskey()
    await browser.prompt()
    ceremony.cancelCeremony()
    await expect(done).rejects.toMatchObject({ code: "cancelled" })
  })

  test("a signal ends its own ceremony and no other", async () => {
    const browser = new FakeBrowser()
    const controller = new AbortController()
    const { signal } = controller
    const waiting = ceremony.pickPasskey(undefined, { mediation: "conditional", signal })
    await browser.prompt()
    const done = ceremony.signInWithPasskey()
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" })
    const { answer } = await browser.prompt(2)
    controller.abort()
    answer(found())
    await done
  })
})

const refusedWith = (error: string) => () =>
  Response.json({ url: `https://app.example/api/auth/error?error=${error}` })
const unknown = () => Response.json({ known: false }, { status: 404 })

describe("a passkey that was just created", () => {
  async function refuse(change: (browser: FakeBrowser) => void) {
    const browser = new FakeBrowser()
    change(browser)
    const done = ceremony.registerPasskey("ada@app.example")
    const { answer } = await browser.prompt()
    answer(created())
    await expect(done).rejects.toThrow("The passkey ceremony failed")
    return browser.forgotten
  }
  const itself = [{ rpId: "app.example", credentialId: "AQID" }]

  test.each(["WebAuthnVerificationError", "AccountNotLinked", "AccessDenied"])(
    "is forgotten after %s",
    async (error) => {
      const forgotten = await refuse(({ answers }) => (answers[callbackPath] = refusedWith(error)))
      expect(forgotten).toEqual(itself)
    },
  )

  test.each([400, 429])("is forgotten after status %i", async (status) => {
    const forgotten = await refuse(
      ({ answers }) => (answers[callbackPath] = () => new Response("", { status })),
    )
    expect(forgotten).toEqual(itself)
  })

  test("stays when the server may have stored it", async () => {
    const lost = await refuse(({ answers }) => delete answers[callbackPath])
    expect(lost).toEqual([])
    const gateway = await refuse(
      ({ answers }) => (answers[callbackPath] = () => new Response("", { status: 504 })),
    )
    expect(gateway).toEqual([])
  })

  test("is asked for after Configuration", async () => {
    const known = await refuse(({ answers }) => {
      answers[callbackPath] = refusedWith("Configuration")
      answers["/api/passkeys/known"] = () => new Response(null, { status: 204 })
    })
    expect(known).toEqual([])
    const forgotten = await refuse(({ answers }) => {
      answers[callbackPath] = refusedWith("Configuration")
      answers["/api/passkeys/known"] = unknown
    })
    expect(forgotten).toEqual(itself)
  })
})

describe("a passkey that somebody signs in with", () => {
  async function refuse(error: string, known?: () => Response) {
    const browser = new FakeBrowser()
    browser.answers[callbackPath] = refusedWith(error)
    if (known) browser.answers["/api/passkeys/known"] = known
    const done = ceremony.signInWithPasskey()
    const { answer } = await browser.prompt()
    answer(found())
    await expect(done).rejects.toThrow("The passkey ceremony failed")
    return browser
  }

  test("is forgotten when the server doesn't know it", async () => {
    const { forgotten, requests } = await refuse("Configuration", unknown)
    expect(forgotten).toEqual([{ rpId: "app.example", credentialId: "AQID" }])
    expect(requests.at(-1)?.init?.body).toBe('{"id":"AQID"}')
  })

  test.each([
    ["the server knows it", () => new Response(null, { status: 204 })],
    ["there is no such endpoint", () => new Response("<h1>404</h1>", { status: 404 })],
    ["there is another at its address", () => Response.json({ error: "?" }, { status: 404 })],
    ["the database is down", () => new Response("", { status: 500 })],
    [
      "the server can't be reached",
      () => {
        throw new TypeError("Failed to fetch")
      },
    ],
  ])("stays when %s", async (_, known) => {
    const { forgotten } = await refuse("Configuration", known)
    expect(forgotten).toEqual([])
  })

  test.each(["WebAuthnVerificationError", "AccessDenied"])("stays after %s", async (error) => {
    const browser = await refuse(error, unknown)
    expect(browser.forgotten).toEqual([])
    expect(browser.count("/api/passkeys/known")).toBe(0)
  })
})
