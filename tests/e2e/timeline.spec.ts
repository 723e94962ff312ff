import { createPrivateKey, createPublicKey } from "node:crypto"
import type { Page } from "@playwright/test"
import { expect, signedInAs, test } from "../support/fixtures"
import type { Credential } from "../support/virtual-authenticator"

/** The part of the panel that shows what happened, and the dialog that shows it in full. */
const timelineOf = (page: Page) => {
  const demo = page.getByRole("region", { name: "Live demo" })
  const dialog = page.getByRole("dialog")
  return {
    dialog,
    open: () => demo.getByText("What happened, byte by byte").click(),
    // The list of passkeys has no order.
    steps: demo.locator("ol").getByRole("listitem").getByRole("button"),
    step: (title: string) => demo.getByRole("button", { name: title }),
    view: (name: string) => dialog.getByRole("button", { name, exact: true }),
    field: (name: string) => dialog.getByRole("treeitem", { name: new RegExp(`^${name}( |$)`) }),
    check: (name: string) =>
      dialog.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) }),
  }
}

const titles = {
  registration: [
    "Requests options to register",
    "Stores the challenge in a cookie",
    "Requests a new credential",
    "Posts the response",
    "Requests the session",
  ],
  authentication: [
    "Requests options to sign in",
    "Stores the challenge in a cookie",
    "Requests a signature",
    "Posts the response",
    "Requests the session",
  ],
}

const base64url = (base64: string) => Buffer.from(base64, "base64").toString("base64url")

/** The public key of Chromium's private key. */
const publicKeyOf = ({ privateKey }: Credential) =>
  createPublicKey(
    createPrivateKey({ key: Buffer.from(privateKey, "base64"), format: "der", type: "pkcs8" }),
  )

const bit = (on: boolean | undefined) => (on ? "1" : "0")

test("a registration: every step, and the values that Chromium's authenticator reports", async ({
  page,
  authenticator,
  demo,
}) => {
  const { dialog, open, steps, step, view, field } = timelineOf(page)
  await page.goto("/glossary")
  await demo.open()
  await open()
  await expect(demo.region).toContainText("Nothing yet.")
  await demo.register()
  await expect(steps).toHaveCount(5)
  for (const [index, title] of titles.registration.entries())
    await expect(steps.nth(index)).toContainText(title)
  for (const index of [0, 2, 3, 4]) await expect(steps.nth(index)).toContainText(/\d m?s/)
  await expect(demo.region).toContainText(/Succeeded in \d/)
  const [made] = await authenticator.credentials()
  if (!made) throw new Error("Chromium has no credential.")
  const name = await signedInAs(demo).locator("strong").innerText()

  await step("Requests options").click()
  await expect(view("Options")).toBeFocused()
  await expect(dialog).toContainText("GET /api/auth/webauthn-options/passkey?action=register")
  await expect(field("residentKey")).toContainText("required")
  await expect(field("hints")).toContainText("left out: [], no hint")
  await expect(field("name").nth(1)).toContainText(`${name}@passkeys.example`)

  await view("Cookie").click()
  await expect(dialog).toContainText(/authjs\.challenge=\(hidden\); Max-Age=900;.*HttpOnly/)

  await view("Authenticator").click()
  await expect(field("credentialId")).toContainText(base64url(made.credentialId))
  await expect(field("signCount")).toContainText(String(made.signCount))
  await expect(field("BE \\(bit 3\\)")).toContainText(bit(made.backupEligibility))
  await expect(field("BS \\(bit 4\\)")).toContainText(bit(made.backupState))
  const key = publicKeyOf(made)
  const jwk = await field("as JWK").locator("pre").innerText()
  expect(JSON.parse(jwk)).toEqual(key.export({ format: "jwk" }))
  const pem = await field("as PEM").locator("pre").innerText()
  expect(pem.trim()).toBe(String(key.export({ format: "pem", type: "spki" })).trim())
  const section = dialog.getByRole("group", { name: /^attestationObject/ })
  await field("signCount").hover()
  await expect(section.locator("[data-lit]")).toHaveCount(4)
  await expect(section.getByRole("group", { name: "Explanation" })).toContainText("§6.1.1")
  await dialog.getByText("The argument of create()").click()
  await expect(dialog).toContainText(`"id": "${base64url(made.userHandle ?? "")}"`)
  await expect(dialog).toContainText(`"id": "${made.rpId}"`)

  await view("Response").click()
  await expect(dialog).toContainText("Auth.js accepted it: HTTP 200")
  await expect(dialog).toContainText(/Cookie: .*authjs\.challenge=\(hidden\)/)
  await expect(dialog).toContainText("Set-Cookie: authjs.session-token=(hidden)")
  await view("Session").click()
  await expect(dialog).toContainText(`"email":"${name}@passkeys.example"`)
})

test("a sign-in: every step, the signature, and what the server checks", async ({
  page,
  authenticator,
  demo,
}) => {
  const { dialog, open, steps, step, view, field, check } = timelineOf(page)
  await page.goto("/glossary")
  await demo.register()
  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await expect(signedInAs(demo)).toBeVisible()
  await open()
  await expect(steps).toHaveCount(5)
  for (const [index, title] of titles.authentication.entries())
    await expect(steps.nth(index)).toContainText(title)
  const [used] = await authenticator.credentials()
  if (!used) throw new Error("Chromium has no credential.")

  await step("Requests a signature").click()
  await expect(field("signCount")).toContainText(String(used.signCount))
  await expect(field("userHandle")).toContainText(base64url(used.userHandle ?? ""))
  await expect(field("rawId")).toContainText(base64url(used.credentialId))

  await view("Checks").click()
  for (const [name, number] of [
    ["credential id", 6],
    ["type", 10],
    ["challenge", 11],
    ["origin", 12],
    ["RP ID", 15],
    ["user present", 16],
    ["user verified", 17],
    ["backup flags", 18],
    ["signature", 21],
    ["counter", 22],
  ] as const) {
    await expect(check(name)).toContainText(`passed`)
    await expect(check(name)).toContainText(`§7.2 step ${number}`)
  }
  await expect(check("signature")).toContainText("your row in the table Authenticator")
  await expect(check("counter")).toContainText(String(used.signCount))
  await expect(dialog).toContainText("Auth.js accepted it")
})

test("a cancelled prompt is recorded, with the step that failed", async ({
  page,
  authenticator,
  demo,
}) => {
  const { dialog, open, steps, step } = timelineOf(page)
  await authenticator.verifiesUser(false)
  await page.goto("/glossary")
  await demo.button("Create a passkey").click()
  await demo.says("cancelled")
  await open()
  await expect(steps).toHaveCount(3)
  await expect(steps.last()).toContainText("failed")
  await expect(demo.region).toContainText("Auth.js doesn't know about it.")
  await step("Requests a new credential").click()
  await expect(dialog).toContainText("NotAllowedError")
})

test("what the server refuses is recorded, with its verdict", async ({
  page,
  authenticator,
  demo,
}) => {
  const { dialog, open, step } = timelineOf(page)
  await page.goto("/glossary")
  await demo.register()
  const kept = await authenticator.credentials()
  await demo.button("Erase my demo account").click()
  await demo.button("Yes, erase").click()
  await expect(demo.region).toContainText("deleted from the database")
  // A device that was not told.
  await authenticator.receive(kept)
  await demo.button("Sign in with a passkey").click()
  await demo.says("not-accepted")
  await open()
  await step("Posts the response").click()
  await expect(dialog).toContainText("Auth.js rejected it: HTTP 200, Configuration.")
})

test("no value of a cookie is shown or kept", async ({ page, authenticator, demo }) => {
  expect(await authenticator.credentials()).toEqual([])
  const secrets = new Set<string>()
  page.on("response", async (response) => {
    for (const { name, value } of await response.headersArray()) {
      const [, cookie = "", secret = ""] = /^([^=]+)=([^;]*)/.exec(value) ?? []
      if (name.toLowerCase() !== "set-cookie" || cookie.endsWith("callback-url") || !secret)
        continue
      secrets.add(secret)
      secrets.add(decodeURIComponent(secret))
    }
  })
  const { open, step, view } = timelineOf(page)
  await page.goto("/glossary")
  await demo.register()
  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await expect(signedInAs(demo)).toBeVisible()
  await open()
  await step("Requests options").click()
  const seen: string[] = []
  for (const name of ["Options", "Cookie", "Authenticator", "Response", "Session", "Checks"]) {
    await view(name).click()
    seen.push(await page.content())
  }
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
  expect(stored).toContain("authjs.session-token=(hidden)")
  // The challenge twice, the session twice, and Auth.js's CSRF token from signing out.
  expect(secrets.size).toBeGreaterThanOrEqual(5)
  for (const secret of secrets)
    for (const text of [...seen, stored]) expect(text.includes(secret), secret).toBe(false)
})

test("the keyboard alone is enough, and the focus comes back", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.goto("/glossary")
  await demo.register()
  expect(await authenticator.credentials()).toHaveLength(1)
  const { dialog, step, view, field } = timelineOf(page)
  await demo.region.getByText("What happened, byte by byte").focus()
  await page.keyboard.press("Enter")
  await expect(step("Requests options")).toBeVisible()
  for (let step = 0; step < 3; step++) await page.keyboard.press("Tab")
  await expect(step("Requests a new credential")).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(view("Authenticator")).toBeFocused()

  const flags = field("flags")
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("role"))
  let trees = 0
  for (let presses = 0; presses < 40 && trees < 3; presses++) {
    await page.keyboard.press("Tab")
    if ((await focused()) === "treeitem") trees++
  }
  // Third after the credential and clientDataJSON: the attestation object, from its first field on.
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press("ArrowDown")
  await expect(flags).toBeFocused()
  const section = dialog.getByRole("group", { name: /^attestationObject/ })
  await expect(section.locator("[data-lit]")).toHaveCount(1)

  await page.keyboard.press("Escape")
  await expect(dialog).toBeHidden()
  await expect(step("Requests a new credential")).toBeFocused()
})

test("the tab remembers its last five ceremonies, over a reload", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.goto("/glossary")
  await demo.register()
  await demo.signOut()
  await authenticator.verifiesUser(false)
  for (let time = 0; time < 5; time++) {
    await demo.button("Sign in with a passkey").click()
    await demo.says("cancelled")
  }
  await authenticator.verifiesUser(true)
  await demo.button("Sign in with a passkey").click()
  await expect(signedInAs(demo)).toBeVisible()
  await page.reload()
  await expect(signedInAs(demo)).toBeVisible()
  const { open, steps } = timelineOf(page)
  await open()
  const ceremonies = demo.region.getByRole("combobox", { name: "Ceremony" })
  await expect(ceremonies.getByRole("option")).toHaveCount(5)
  await expect(steps).toHaveCount(5)
  await ceremonies.selectOption({ index: 1 })
  await expect(steps).toHaveCount(3)
})

test("a view is copied as JSON, and shared as a link to the inspector", async ({
  page,
  context,
  authenticator,
  demo,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"])
  const other = await context.newPage()
  await other.goto("/inspect")
  const paste = other.getByRole("region", { name: "Inspector" }).getByRole("textbox")
  /** What a person would paste now. */
  const clipboard = async () => {
    await paste.fill("")
    await paste.press("ControlOrMeta+V")
    return paste.inputValue()
  }
  await page.goto("/glossary")
  // Newer versions of Chromium refuse a ceremony in a tab without focus.
  await page.bringToFront()
  await demo.register()
  const { dialog, open, step } = timelineOf(page)
  await open()
  await step("Requests a new credential").click()
  await dialog.getByRole("button", { name: "Copy as JSON" }).click()
  await expect(dialog).toContainText("Copied.")
  expect(JSON.parse(await clipboard())).toMatchObject({ kind: "registration response" })
  await page.bringToFront()
  await dialog.getByRole("button", { name: "Copy link" }).click()
  await expect(dialog.getByText("Copied.")).toHaveCount(2)
  const link = await clipboard()
  expect(link).toContain("/inspect#data=")
  await page.goto(link)
  const [made] = await authenticator.credentials()
  await expect(page.getByRole("region", { name: "Inspector" })).toContainText(
    base64url(made?.credentialId ?? "no credential"),
  )
})

test("the demo works where storage is blocked, and still shows what happened", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new DOMException("Storage is blocked.", "SecurityError")
      },
    })
  })
  await page.goto("/glossary")
  await demo.register()
  expect(await authenticator.credentials()).toHaveLength(1)
  const { open, steps } = timelineOf(page)
  await open()
  await expect(steps).toHaveCount(5)
})

test.describe("where the recorder fails, the page gets its answers all the same", () => {
  test("no answer can be copied", async ({ page, authenticator, demo }) => {
    await page.addInitScript(() => {
      Response.prototype.clone = () => {
        throw new TypeError("No copies.")
      }
    })
    await page.goto("/glossary")
    await demo.register()
    expect(await authenticator.credentials()).toHaveLength(1)
    await timelineOf(page).open()
    await expect(demo.region).toContainText("Not finished.")
  })

  test("nobody may look on at the authenticator", async ({ page, authenticator, demo }) => {
    await page.addInitScript(() => void Object.preventExtensions(navigator.credentials))
    await page.goto("/glossary")
    await demo.register()
    expect(await authenticator.credentials()).toHaveLength(1)
    const { open, steps } = timelineOf(page)
    await open()
    // All but the prompt.
    await expect(steps).toHaveCount(4)
    await expect(demo.region).toContainText(/Succeeded in \d/)
  })
})

test("what stands at navigator.credentials is put back, whoever put it there", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.goto("/glossary")
  await demo.open()
  const own = () => page.evaluate(() => Object.getOwnPropertyNames(navigator.credentials))
  await demo.register()
  expect(await own()).toEqual([])
  await page.evaluate(() => {
    const { credentials } = navigator
    const practice = {
      create: (options?: CredentialCreationOptions) => credentials.create(options),
      get: (options?: CredentialRequestOptions) => credentials.get(options),
    }
    Object.defineProperty(navigator, "credentials", { value: practice, configurable: true })
    document.documentElement.dataset.practicePasskey = "on"
  })
  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await expect(signedInAs(demo)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
  expect(await own()).toEqual(["create", "get"])
  const { open, steps } = timelineOf(page)
  await open()
  await expect(steps).toHaveCount(5)
  await expect(demo.region).toContainText("practice passkey")
})
