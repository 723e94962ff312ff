import { expect, test, type Page } from "@playwright/test"
import { startMailCatcher } from "../support/mail-catcher"
import { expectNoError } from "../support/server-log"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { changesOf, explainedCode } from "./explained-code"
import { followSections, titleOf, type PageSections } from "./follow-sections"
import { readInstructions } from "./instructions"
import { checkAndBuild, remove } from "./new-app"
import { Reader } from "./reader"

// A browser with a window lets a reader's click copy. One without asks nobody, and refuses.
test.use({ permissions: ["clipboard-write"] })

const choices = "database=sqlite&packageManager=npm"
const email = "reader@passkeys.example"

let reader: Reader
let mail: Awaited<ReturnType<typeof startMailCatcher>>

test.beforeAll(async () => {
  mail = await startMailCatcher()
  reader = await Reader.sitDown()
})
test.afterAll(() => Promise.all([reader?.leave(), mail?.stop()]))

const follow = (page: Page, sections: PageSections, take?: (page: Page) => Promise<void>) =>
  followSections(page, sections, choices, reader, take)

/** Makes the changes of a diff that a section explains, in a file that its sentences name. */
async function edit(page: Page, heading: string, path: string, first: string) {
  const diff = await explainedCode(page, heading, first)
  for (const change of changesOf(diff)) await reader.follow({ kind: "edit", path, diff: change })
}

/** Adds to `.env` what a section explains. */
async function setEnvironment(page: Page, heading: string, first: string) {
  const said = await explainedCode(page, heading, first)
  const text = said.replace(/smtp:[^"]+/, mail.url).replace("http://localhost:3000", reader.origin)
  await reader.follow({ kind: "append", path: ".env", text })
}

/** The quick start's app with a sign-in page of its own, then every page of "Go further" but /domains. */
async function followPages(page: Page) {
  await page.goto(`/quick-start?${choices}`)
  for (const instruction of await readInstructions(page))
    await test.step(`/quick-start: ${titleOf(instruction)}`, () => reader.follow(instruction))
  await follow(page, {
    page: "/configure",
    sections: ["From the quick start", "The Prisma client"],
  })
  await edit(page, "From the quick start", "auth.ts", " import { PrismaAdapter }")
  await setEnvironment(page, "From the quick start", "DATABASE_URL")
  await follow(page, { page: "/custom-sign-in-page" })
  await follow(page, { page: "/extras", sections: ["Verification", "Safe registration"] })
  await follow(page, { page: "/settings" })
  await follow(page, { page: "/autofill" })
  await follow(page, { page: "/offer-a-passkey" })
  await follow(page, { page: "/signals" })
  // As the page says to who has the list with signals.
  await follow(page, { page: "/step-up" }, () =>
    remove(page, "[data-edit='app/settings/page.tsx']", "your-confirmed-passkeys"),
  )
  const list = "passkeys/signaling-passkeys.tsx"
  await edit(page, "Remove a passkey", list, "-import { YourPasskeys as List }")
  await follow(page, { page: "/other-ways-in", sections: ["A link by e-mail"] })
  const [model, migration] = [
    await explainedCode(page, "A link by e-mail", "model VerificationToken"),
    await explainedCode(page, "A link by e-mail", "npx prisma migrate dev"),
  ]
  await reader.follow({ kind: "append", path: "prisma/schema.prisma", text: model })
  await reader.follow({ kind: "command", text: migration, background: false })
  await edit(page, "A link by e-mail", "auth.ts", " import Passkey")
  await setEnvironment(page, "A link by e-mail", "EMAIL_SERVER")
  await follow(page, { page: "/recovery" })
}

/** Uses the app as people do who keep it for a while. */
function openApp(page: Page) {
  const button = (name: string) => page.getByRole("button", { name, exact: true })
  const item = (name: string) => page.getByRole("listitem").filter({ hasText: name })
  return {
    button,
    item,
    open: (path: string) => page.goto(`${reader.origin}${path}`),
    async expectSignedIn() {
      await page.waitForURL(`${reader.origin}/`)
      await expect(
        page.getByRole("paragraph").filter({ hasText: `You are ${email}.` }),
      ).toBeVisible()
    },
    async signOut() {
      await page.goto(reader.origin)
      await button("Sign out").click()
      await expect(page.getByRole("heading", { name: "Signed out" })).toBeVisible()
    },
    async openLink() {
      await page.getByLabel("E-mail for a link").fill(email)
      await button("Send a link").click()
      await page.waitForURL(/verify-request/)
      const link = /http:\S+\/sign-in\/confirm\?\S+/.exec(mail.to(email)[0]?.text ?? "")?.[0]
      await page.goto(link ?? "")
      await button(`Sign in as ${email}`).click()
    },
  }
}

test("one app takes every page about a life with passkeys", async ({ page }) => {
  test.setTimeout(900_000)
  await followPages(page)
  await checkAndBuild(reader)
  await reader.startBuilt()
  const device = await VirtualAuthenticator.add(page)
  const app = openApp(page)

  await test.step("create a passkey, and name it", async () => {
    await app.open("/sign-in")
    await page.getByRole("textbox", { name: "E-mail", exact: true }).fill(email)
    await app.button("Create a passkey").click()
    await app.expectSignedIn()
    await app.open("/settings")
    await app.button("Rename").click()
    await page.getByLabel("Name of this passkey").fill("Work laptop")
    await app.button("Save").click()
    await expect(app.item("Work laptop")).toContainText("Not used to sign in yet.")
  })

  await test.step("add another, confirmed with the first, and remove it", async () => {
    await app.button("Add another passkey").click()
    await expect(page.getByText("Now create the passkey.")).toBeVisible()
    const key = await VirtualAuthenticator.add(page, "usb")
    await device.answers(false)
    await app.button("Create the passkey").click()
    await expect(page.getByRole("listitem")).toHaveCount(2)
    expect(await key.credentials()).toHaveLength(1)
    await device.answers(true)

    await app.item("Security key").getByRole("button", { name: "Remove" }).click()
    await app.button("Yes, remove it").click()
    await expect(page.getByText("The passkey was removed.")).toBeVisible()
    await expect(page.getByRole("listitem")).toHaveCount(1)
    // The browser was told, and so was the key.
    await expect.poll(() => key.credentials()).toEqual([])
    // An empty key that answers ends autofill: people don't press one that they see nothing about.
    await key.answers(false)
  })

  await test.step("sign in by autofill", async () => {
    await app.signOut()
    await app.open("/sign-in")
    await app.expectSignedIn()
    await app.open("/settings")
    await expect(app.item("Work laptop")).toContainText("Last used just now.")
  })

  const code = await test.step("make recovery codes", async () => {
    await app.open("/")
    await app.button("Create new recovery codes").click()
    await expect(page.getByRole("listitem")).toHaveCount(10)
    return String(await page.getByRole("listitem").first().textContent())
  })

  await test.step("sign in by a link, and say no to the offer", async () => {
    await app.signOut()
    await device.answers(false)
    await app.open("/sign-in")
    await app.openLink()
    await app.button("Don't ask again on this device").click()
    await app.expectSignedIn()
    await app.button("Offer me a passkey on this device again").click()
    await expect(page.getByText("You'll be asked after")).toBeVisible()
  })

  await test.step("sign in with a recovery code", async () => {
    await app.signOut()
    await app.open("/sign-in")
    await page.getByLabel("Recovery code").fill(code)
    await app.button("Sign in with a recovery code").click()
    await app.button("Not now").click()
    await app.expectSignedIn()
  })

  expectNoError(reader.log)
  // The deletion leaves two, as the page says.
  await test.step("delete the account, confirmed with the passkey", async () => {
    await app.open("/settings")
    await device.answers(true)
    await app.button("Delete my account").click()
    await expect(page.getByRole("heading", { name: "Signed out" })).toBeVisible()
  })
  const errors = () =>
    Array.from(reader.log.matchAll(/\[auth\]\[error\] (\w+)/g), ([, name]) => name)
  await expect.poll(errors).toEqual(["AdapterError", "SignOutError"])
})
