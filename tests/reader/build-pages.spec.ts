import { expect, test } from "@playwright/test"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { expectNoError } from "../support/server-log"
import { followSections, titleOf, type PageSections } from "./follow-sections"
import { readInstructions } from "./instructions"
import { checkAndBuild } from "./new-app"
import { Reader } from "./reader"
import { openApp } from "./use-app"

// A browser with a window lets a reader's click copy. One without asks nobody, and refuses.
test.use({ permissions: ["clipboard-write"] })

const choices = "database=sqlite&packageManager=npm"

/** The pages of the group Build after /install, and in the last one the extras that go together. */
const toBuiltInPage: PageSections[] = [
  { page: "/database/from-scratch" },
  { page: "/configure" },
  { page: "/built-in-sign-in-page" },
]
const fromCustomPage: PageSections[] = [
  { page: "/custom-sign-in-page" },
  {
    page: "/extras",
    sections: ["Verification", "Safe registration", "Clean log", "SQLite client"],
  },
  { page: "/autofill" },
]

let reader: Reader

test.beforeAll(async () => {
  reader = await Reader.sitDown()
})
test.afterAll(() => reader.leave())

test("who follows the pages in their order has the whole app, and uses it", async ({ page }) => {
  test.setTimeout(600_000)
  await page.goto(`/install?${choices}`)
  for (const instruction of await readInstructions(page))
    await test.step(`/install: ${titleOf(instruction)}`, () => reader.follow(instruction))
  for (const part of toBuiltInPage) await followSections(page, part, choices, reader)

  const app = await openApp(page, reader.origin)
  await test.step("use the built-in page", async () => {
    await app.signIn()
    await app.signOut()
    await reader.stop()
  })

  for (const part of fromCustomPage) await followSections(page, part, choices, reader)
  await test.step("offer autofill once in development, where React runs effects twice", async () => {
    const asked: string[] = []
    page.on("request", (request) => asked.push(request.url()))
    await page.goto(`${reader.origin}/sign-in`)
    // The virtual authenticator picks its passkey as soon as the browser suggests it.
    await page.waitForURL(`${reader.origin}/`)
    expect(asked.filter((url) => url.includes("webauthn-options"))).toHaveLength(1)
    await page.getByRole("button", { name: "Sign out" }).click()
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible()
    await reader.stop()
  })
  await checkAndBuild(reader)

  await reader.startBuilt()
  await test.step("sign in by autofill, and add another passkey", async () => {
    await page.goto(`${reader.origin}/sign-in?callbackUrl=%2F%3Ffrom%3Dguide`)
    await page.waitForURL(`${reader.origin}/?from=guide`)
    await expect(page.getByText("You are reader@passkeys.example.")).toBeVisible()
    const another = await VirtualAuthenticator.add(page, "usb")
    await page.getByRole("button", { name: "Add another passkey" }).click()
    await expect(page.getByText("The passkey was added.")).toBeVisible()
    expect(await another.credentials()).toHaveLength(1)
  })
  expectNoError(reader.log)
})
