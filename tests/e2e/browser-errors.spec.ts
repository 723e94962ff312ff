import { firefox, type Frame, type Page } from "@playwright/test"
import { reproduces } from "../errors/reproduces"
import { startCeremonyPages } from "../support/ceremony-pages"
import { firefoxPath, hasFirefox } from "../support/firefox/installed"
import { expect, test } from "../support/fixtures"

let pages: Awaited<ReturnType<typeof startCeremonyPages>>

test.beforeAll(async () => {
  pages = await startCeremonyPages()
})
test.afterAll(() => pages.stop())

/** Runs a line of script in a page, and returns the text that it says. */
const say = (page: Page | Frame, line: string) => page.evaluate<string>(line)

test("what Chromium and SimpleWebAuthn say on localhost", async ({ page, authenticator }) => {
  await page.goto(`http://localhost:${pages.port}/`)

  const elsewhere = await say(page, `create("passkeys.invalid")`)
  expect(reproduces("rp-id-not-for-this-domain", [0, 1]).missingIn([elsewhere])).toEqual([])

  const withoutField = await say(page, `get("localhost", true)`)
  expect(reproduces("no-autocomplete-input").missingIn([withoutField])).toEqual([])

  const again = await say(
    page,
    `startRegistration(creation("localhost")).then(({ id }) =>
      said(startRegistration(creation("localhost", [{ id, type: "public-key" }]))))`,
  )
  expect(reproduces("already-registered").missingIn([again])).toEqual([])

  await authenticator.verifiesUser(false)
  const unverified = await say(page, `get()`)
  expect(reproduces("not-allowed", [0]).missingIn([unverified])).toEqual([])
})

test("what they say when one ceremony meets another", async ({ page, authenticator }) => {
  await authenticator.answers(false)
  await page.goto(`http://localhost:${pages.port}/`)
  const texts = await page.evaluate<string[]>(`(async () => {
    const texts = []
    for (const first of [get, create]) {
      texts.push(first())
      await moment()
    }
    texts.push(create())
    await moment()
    SimpleWebAuthnBrowser.WebAuthnAbortService?.cancelCeremony()
    return Promise.all(texts)
  })()`)
  const abort = `(async () => {
    const controller = new AbortController()
    const waiting = getDirectly(controller.signal)
    await moment()
    controller.abort()
    return waiting
  })()`
  const aborted = [...texts, await say(page, abort)]
  expect(reproduces("aborted").missingIn(aborted)).toEqual([])

  const pending = await say(
    page,
    `(async () => {
      void getDirectly()
      await moment()
      return getDirectly()
    })()`,
  )
  expect(reproduces("request-pending").missingIn([pending])).toEqual([])
})

test("what they say on other addresses, and in a frame", async ({ page, authenticator }) => {
  await page.goto(`http://127.0.0.1:${pages.port}/`)
  const address = await say(page, `create()`)
  expect(reproduces("invalid-domain").missingIn([address])).toEqual([])
  expect(await authenticator.credentials()).toEqual([])

  await page.goto(`http://localhost:${pages.port}/denied`)
  const denied = await say(page, `create()`)
  expect(reproduces("blocked-in-frame", [0]).missingIn([denied])).toEqual([])

  const framed = await say(await openFrame(page), `get()`)
  expect(reproduces("blocked-in-frame", [0]).missingIn([framed])).toEqual([])

  const http = "http://passkeys.invalid/"
  await page.route(http, (route) => route.fulfill({ contentType: "text/html", body: pages.page }))
  await page.goto(http)
  const unsupported = await say(page, `create()`)
  expect(reproduces("not-supported").missingIn([unsupported])).toEqual([])
  expect(reproduces("insecure-context", [0, 1]).missingIn(await directCalls(page))).toEqual([])
})

test("what Chromium says where a policy blocks the built-in page", async ({ page }) => {
  const violations: string[] = []
  page.on("console", (message) => violations.push(message.text()))
  await page.route("/api/auth/signin", async (route) => {
    const response = await route.fetch()
    const headers = { ...response.headers(), "content-security-policy": "script-src 'self'" }
    await route.fulfill({ response, headers })
  })
  await page.goto("/api/auth/signin")
  await expect.poll(() => reproduces("blocked-by-csp").missingIn(violations)).toEqual([])
  // Without its scripts, the page sends the form as it is.
  const sent = page.waitForRequest("**/api/auth/callback/passkey")
  await page.getByLabel("Email").fill("reader@passkeys.example")
  await page.getByRole("button", { name: "Sign in with Passkey" }).click()
  expect(new URLSearchParams((await sent).postData() ?? "").has("data")).toBe(false)
})

test("what Firefox says", async () => {
  test.skip(!hasFirefox(), "Firefox is not installed.")
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath: firefoxPath,
    firefoxUserPrefs: {
      // No authenticator, so that nothing can be found and nobody is asked.
      "security.webauth.webauthn_enable_softtoken": true,
      "security.webauth.webauthn_enable_usbtoken": false,
      "network.dns.localDomains": "passkeys.invalid",
    },
  })
  try {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${pages.port}/`)
    const elsewhere = await say(page, `create("passkeys.example")`)
    expect(reproduces("rp-id-not-for-this-domain", [2]).missingIn([elsewhere])).toEqual([])
    const refused = await say(page, `get()`)
    expect(reproduces("not-allowed", [1]).missingIn([refused])).toEqual([])

    const framed = await say(await openFrame(page), `get()`)
    expect(reproduces("blocked-in-frame", [1]).missingIn([framed])).toEqual([])

    await page.goto(`http://passkeys.invalid:${pages.port}/`)
    expect(reproduces("insecure-context", [2, 3]).missingIn(await directCalls(page))).toEqual([])
  } finally {
    await browser.close()
  }
})

/** A page on localhost in a frame of a page on another origin. */
async function openFrame(page: Page): Promise<Frame> {
  const address = `http://localhost:${pages.port}/`
  await page.goto(`http://127.0.0.1:${pages.port}/frame?${encodeURIComponent(address)}`)
  await page.frameLocator("iframe").locator("html").waitFor({ state: "attached" })
  const frame = page.frames().find((one) => one.url() === address)
  if (!frame) throw new Error("The frame has not loaded.")
  await frame.waitForLoadState()
  return frame
}

/** What code hears that calls the browser itself. */
const directCalls = (page: Page) =>
  Promise.all(
    ["create", "get"].map((method) =>
      say(
        page,
        `(() => {
          try {
            navigator.credentials.${method}({})
          } catch (error) {
            return error.message
          }
        })()`,
      ),
    ),
  )
