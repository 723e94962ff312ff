import type { Locator, Page } from "@playwright/test"
import { caseNames, type CaseName } from "../../demo/live/lab/case-names"
import { outcomes, type Outcome } from "../../demo/live/lab/outcomes"
import { barriers } from "../guide/barriers"
import { expect, signedInAs, test } from "../support/fixtures"

type Seen = {
  outcome: Outcome
  /** What the browser threw. */
  exception?: string
  /** `error=` in Auth.js's answer. */
  error?: string
  /** The whole log of the request; parts that vary are patterns. */
  log: (string | RegExp)[]
  check: string
  /** What the text of the page says of it. */
  text: string
}

const readMore = (type: string) => `Read more at https://errors.authjs.dev#${type.toLowerCase()}`
const base64url = String.raw`[\w-]{43}`

/** A response that SimpleWebAuthn refuses with these words, a pattern's source. */
const mismatch = (words: string, check: string, text = words, cause = "Error"): Seen => ({
  outcome: "verification",
  error: "WebAuthnVerificationError",
  log: [
    `[auth][error] WebAuthnVerificationError: ${readMore("WebAuthnVerificationError")}`,
    new RegExp(`^${String.raw`\[auth\]\[cause\]`}: ${cause}: ${words}$`),
    `auth: WebAuthnVerificationError < ${cause}`,
  ],
  check,
  text,
})
const badSignature: Seen = {
  outcome: "verification",
  error: "WebAuthnVerificationError",
  log: [
    `[auth][error] WebAuthnVerificationError: WebAuthn authentication response could not be verified. ${readMore("WebAuthnVerificationError")}`,
    "auth: WebAuthnVerificationError",
  ],
  check: "signature",
  text: "WebAuthn authentication response could not be verified",
}
const badCookie = (cause: string, text: string): Seen => ({
  outcome: "configuration",
  error: "Configuration",
  log: [
    `[auth][error] InvalidCheck: webauthnChallenge value could not be parsed. ${readMore("InvalidCheck")}`,
    `auth: InvalidCheck < ${cause}`,
  ],
  check: "challenge",
  text,
})
const inBrowser = (exception: string, check: string): Seen => ({
  outcome: "browser",
  exception,
  log: [],
  check,
  text: "The browser throws NotAllowedError",
})

/** What the browser says of a frame without permission. */
const inFrame = {
  chromium:
    "NotAllowedError: The 'publickey-credentials-get' feature is not enabled in this document. Permissions Policy may be used to delegate Web Authentication capabilities to cross-origin child frames.",
  firefox: "NotAllowedError: CredentialsContainer request is not allowed.",
}

const cases: Record<CaseName, Seen> = {
  "wrong-origin": mismatch(
    String.raw`Unexpected authentication response origin "https://passkeys-guide\.example", expected "http://localhost:\d+"`,
    "origin",
    'Unexpected authentication response origin "https://passkeys-guide.example"',
  ),
  "wrong-rp-id": mismatch(
    "Unexpected RP ID hash",
    "RP ID",
    "Unexpected RP ID hash",
    "UnexpectedRPIDHash",
  ),
  "expired-challenge": badCookie(
    "JWTExpired ERR_JWT_EXPIRED",
    "InvalidCheck < JWTExpired ERR_JWT_EXPIRED",
  ),
  "challenge-of-another-tab": mismatch(
    `Unexpected authentication response challenge "${base64url}", expected "${base64url}"`,
    "challenge",
    "Unexpected authentication response challenge",
  ),
  "replayed-response": mismatch("The challenge was used before.", "challenge"),
  "changed-signature": badSignature,
  "changed-authenticator-data": badSignature,
  "no-user-verification": mismatch(
    "User verification required, but user could not be verified",
    "user verified",
  ),
  "counter-going-back": mismatch("Response counter value 3 was lower than expected 5", "counter"),
  // The practice passkey's own words, which begin as Chromium's do.
  "deleted-passkey": inBrowser(
    "NotAllowedError: The operation either timed out or was not allowed.",
    "credential in the authenticator",
  ),
  "someone-elses-passkey": badSignature,
  "blocked-cookie": badCookie("InvalidCheck", "InvalidCheck < InvalidCheck"),
  "frame-without-permission": inBrowser(inFrame.chromium, "permissions policy"),
  "forgotten-passkey": {
    outcome: "configuration",
    error: "Configuration",
    log: [
      /^\[auth\]\[error\] AuthError: WebAuthn authenticator not found in database: \{"credentialID":"[\w+/]{43}="\}\. Read more at https:\/\/errors\.authjs\.dev#autherror$/,
      "auth: AuthError",
    ],
    check: "credential id",
    text: "WebAuthn authenticator not found in database",
  },
  // The specification would have it refused. Auth.js doesn't.
  "another-accounts-passkey": {
    outcome: "accepted",
    log: [],
    check: "allowed credential",
    text: "It signs in: as the stranger.",
  },
}

const caseIn = (page: Page, name: CaseName) => page.locator(`[data-case="${name}"]`)
const press = (box: Locator) => box.getByRole("button", { name: /^Break it/ }).click()
const predict = (box: Locator, outcome: Outcome) =>
  box.getByRole("radio", { name: outcomes[outcome], exact: true }).check()

/** What a term of the result says. */
const told = (box: Locator, term: string) =>
  box.locator("dt", { hasText: term }).locator("xpath=following-sibling::dd[1]")

async function expectSeen(box: Locator, { exception, error, log, check }: Seen) {
  await expect(told(box, "The browser said")).toHaveText(
    exception ?? "Nothing. The lab made the response itself.",
  )
  await expect(told(box, "Sent and answered")).toHaveText(
    exception
      ? "Nothing was sent."
      : `POST /api/auth/callback/passkey, action=authenticate → 200, ${error ? `error=${error}` : "signed in"}`,
  )
  const lines = (await told(box, "The log of this request").innerText()).split("\n")
  const expected = log.length ? log : ["Nothing was logged."]
  expect(lines).toEqual(
    expected.map((line) => (typeof line === "string" ? line : expect.stringMatching(line))),
  )
  const refusedBy = told(box, error || exception ? "Refused by" : "The check that would refuse it")
  await expect(refusedBy.locator("strong")).toHaveText(check)
  await expect(refusedBy.getByRole("link")).toHaveAttribute("href", /^https:\/\/www\.w3\.org\/TR\//)
}

test("each case shows what happened, and the reader's own session stays", async ({
  page,
  browserName,
  demo,
  authenticator,
}) => {
  test.setTimeout(60_000)
  const problems: string[] = []
  page.on("console", (message) => {
    if (message.type() !== "log") problems.push(message.text())
  })
  await page.goto("/break-it")
  await demo.register()
  expect(await authenticator.credentials()).toHaveLength(1)
  const ownSession = () =>
    page.evaluate(async () => (await (await fetch("/api/auth/session")).json()).user)
  const user = await ownSession()

  for (const name of caseNames) {
    const box = caseIn(page, name)
    const seen = { ...cases[name] }
    if (name === "frame-without-permission" && browserName === "firefox")
      seen.exception = inFrame.firefox
    // Wrong for one of them.
    await predict(box, name === "wrong-origin" ? "accepted" : seen.outcome)
    await press(box)
    const right = name === "wrong-origin" ? "Not this time." : "You were right."
    await expect(box.getByRole("status")).toHaveText(`${right} ${outcomes[seen.outcome]}`)
    await test.step(name, () => expectSeen(box, seen))
    await expect(page.locator(`#${name}-explained`)).toContainText(seen.text)
    await expect(page.locator(`#${name}-explained`)).toHaveAttribute("open", "")
  }

  expect(await barriers(page)).toEqual([])
  expect(problems).toEqual([])

  const score = page.getByRole("region", { name: "Your score" })
  await expect(score).toContainText("14 of 15 predicted right, 15 tried.")
  // Only the first prediction counts, and a case can be tried again.
  await predict(caseIn(page, "wrong-origin"), "verification")
  await press(caseIn(page, "wrong-origin"))
  await expect(caseIn(page, "wrong-origin").getByRole("status")).toContainText("You were right.")
  await expect(score).toContainText("14 of 15 predicted right")

  expect(await ownSession()).toEqual(user)
  await expect(signedInAs(demo)).toBeVisible()
  const cookies = (await page.context().cookies()).map(({ name, path }) => [name, path])
  expect(cookies).toContainEqual(["authjs.session-token", "/"])
  for (const [name, path] of cookies)
    if (name?.startsWith("lab-")) expect([name, path]).toEqual([name, "/api"])
})

test("it works by keyboard, and a prediction comes first", async ({ page }) => {
  await page.goto("/break-it#wrong-rp-id")
  const box = caseIn(page, "wrong-rp-id")
  await box.getByRole("button").focus()
  await page.keyboard.press("Enter")
  await expect(box.getByRole("status")).toHaveText("Predict first: choose one of the four.")
  await expect(box.getByRole("radio").first()).toBeFocused()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await expect(box.getByRole("status")).toHaveText(`You were right. ${outcomes.verification}`)
  await expectSeen(box, cases["wrong-rp-id"])
})

test("only the lab gets a log or an expired challenge, and its requests take no other way", async ({
  request,
}) => {
  const address = "/api/auth/callback/passkey"
  const sent = { form: { action: "authenticate", data: "{}" } }
  const lab = { "X-Lab-Jar": "visitor" }
  // What the site refuses before Auth.js is refused for the lab, with the same words.
  const [refused, refusedForLab] = [
    await request.post(address, sent),
    await request.post(address, { ...sent, headers: lab }),
  ]
  expect([refusedForLab.status(), await refusedForLab.text()]).toEqual([400, await refused.text()])

  const response = {
    id: "AAAA",
    rawId: "AAAA",
    type: "public-key",
    response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" },
  }
  const unknown = {
    form: { action: "authenticate", data: JSON.stringify(response) },
    maxRedirects: 0,
  }
  const answer = await request.post(address, unknown)
  expect(answer.headers()["location"]).toContain("error=Configuration")
  expect(answer.headers()["x-lab-log"]).toBeUndefined()
  const answerForLab = await request.post(address, { ...unknown, headers: lab })
  expect(answerForLab.headers()["location"]).toBe(answer.headers()["location"])
  expect(decodeURIComponent(answerForLab.headers()["x-lab-log"] ?? "")).toContain("AAAA")

  const expired = "/api/demo/expired-challenge"
  expect((await request.post(expired)).status()).toBe(400)
  expect((await request.get(expired, { headers: lab })).status()).toBe(405)
  const made = await request.post(expired, { headers: lab })
  expect(made.headers()["set-cookie"]).toMatch(/^lab-visitor\.authjs\.challenge=[^;]+; .*HttpOnly/)
})

test("a shared link shows the score, and nothing else that is in it", async ({ page }) => {
  const note = page.getByRole("note")
  await page.goto(`/break-it#score=${"1".repeat(10)}0${"-".repeat(4)}`)
  await expect(note).toHaveText(
    "Whoever sent you this link predicted 10 of 15 right. Can you do better?",
  )
  await page.goto("/break-it#score=<img src=x onerror=alert(1)>")
  await expect(note).toBeHidden()
})

// Playwright switches it off in Chromium only.
test.describe("without script", { tag: "@chromium" }, () => {
  test.use({ javaScriptEnabled: false })
  test("every case says in text what happens", async ({ page }) => {
    await page.goto("/break-it")
    await expect(page.getByRole("radio").filter({ visible: true })).toHaveCount(0)
    for (const name of caseNames) {
      const explained = page.locator(`#${name}-explained`)
      await explained.getByText("What happens, and the fix").click()
      await expect(explained.locator("p").first()).toBeVisible()
      await expect(explained).toContainText(cases[name].text)
    }
  })
})
