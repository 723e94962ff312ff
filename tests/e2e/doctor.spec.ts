import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { root } from "../../scripts/root"
import { barriers } from "../guide/barriers"
import { expect, test } from "../support/fixtures"

const read = (path: string) => readFileSync(join(root, path), "utf8")
const doctorOf = (page: Page) => page.getByRole("region", { name: "Doctor" })

/** Pastes into a file's tab. */
async function paste(page: Page, file: string, text: string) {
  await doctorOf(page).getByRole("tab", { name: file }).click()
  await doctorOf(page).getByLabel(`The whole text of ${file}`).fill(text)
}

const examine = (page: Page) =>
  doctorOf(page).getByRole("button", { name: "Examine", exact: true }).click()

test("pasted files are examined, nothing is sent, and the focus moves to what was found", async ({
  page,
}) => {
  const problems: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text())
  })
  // From another page: the policy of the first page holds for the whole visit.
  await page.goto("/glossary")
  await page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link", { name: "The doctor" })
    .click()
  const doctor = doctorOf(page)
  await examine(page)
  const heading = doctor.getByRole("heading", { level: 2 })
  await expect(heading).toHaveText("There is nothing to examine yet")
  await page.waitForLoadState("networkidle")
  const requests: string[] = []
  page.on("request", (request) => requests.push(request.url()))

  const flag = "  experimental: { enableWebAuthn: true },\n"
  await paste(page, "auth.ts", read("demo/starter/auth.ts").replace(flag, ""))
  await paste(page, "schema.prisma", read("prisma/sqlite/schema.prisma").replace("BigInt", "Int"))
  await paste(page, "package.json", read("demo/starter/package.json"))
  await doctor.getByLabel("Public address").fill("https://app.example.com")
  await doctor.getByLabel("AUTH_URL there").fill("https://app.example.com")
  await examine(page)
  await expect(heading).toHaveText("2 findings")
  await expect(heading).toBeFocused()
  const findings = doctor.getByRole("listitem")
  await expect(findings.nth(0)).toContainText("Passkeys aren't enabled")
  await expect(findings.nth(0).getByRole("link")).toHaveAttribute(
    "href",
    "/errors/experimental-feature-not-enabled",
  )
  await expect(findings.nth(1)).toContainText("Authenticator.counter can't hold every counter")
  expect(await barriers(page)).toEqual([])

  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  const text = doctor.getByLabel("The whole text of auth.ts")
  await expect(text).toBeFocused()
  const selected = await text.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  )
  expect(selected).toBe("  providers: [Passkey],")
  await text.press("End")
  await text.pressSequentially(`\n${flag.trimEnd()}`)
  await paste(page, "schema.prisma", read("prisma/sqlite/schema.prisma"))
  await examine(page)
  await expect(heading).toHaveText("Nothing found")
  expect(requests).toEqual([])
  expect(problems).toEqual([])
})

test("what was pasted is never lost: files are dropped, half a file is named, and a reload keeps all", async ({
  page,
}) => {
  await page.goto("/doctor")
  const doctor = doctorOf(page)
  await doctor.getByLabel("Open files").setInputFiles([
    { name: "auth.ts", mimeType: "text/plain", buffer: Buffer.from("export default {") },
    { name: "middleware.ts", mimeType: "text/plain", buffer: Buffer.from("export {}\n") },
    { name: ".env", mimeType: "text/plain", buffer: Buffer.from("AUTH_SECRET=secret\n") },
  ])
  await expect(doctor.getByRole("tab", { name: ".env has text" })).toBeVisible()
  await examine(page)
  await expect(doctor.getByRole("heading", { level: 2 })).toHaveText(
    "Nothing found in the files that could be examined",
  )
  await expect(doctor.getByText("TypeScript can't read this file: '}' expected.")).toBeVisible()
  expect(await barriers(page)).toEqual([])

  await page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link", { name: "Glossary" })
    .click()
  await expect(page).toHaveURL(/\/glossary$/)
  await page.goto("/doctor")
  await expect(doctor.getByRole("tab", { name: "middleware.ts has text" })).toBeVisible()
  await doctor.getByRole("tab", { name: "auth.ts has text" }).click()
  await expect(doctor.getByLabel("The whole text of auth.ts")).toHaveValue("export default {")
  // Secrets aren't kept.
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("secret")

  // The keys of tabs.
  await doctor.getByRole("tab", { name: "auth.ts has text" }).press("ArrowRight")
  await expect(doctor.getByRole("tab", { name: "auth.config.ts" })).toBeFocused()
  await expect(doctor.getByLabel("The whole text of auth.config.ts")).toBeVisible()
  await doctor.getByRole("tab", { name: "auth.config.ts" }).press("End")
  await expect(doctor.getByRole("tab", { name: "middleware.ts" })).toBeFocused()
})
