import type { Page } from "@playwright/test"
import { expect, test } from "../support/fixtures"

const inspectorOf = (page: Page) => page.getByRole("region", { name: "Inspector" })
const inputOf = (page: Page) => inspectorOf(page).getByRole("textbox")
const fieldOf = (page: Page, name: string) =>
  inspectorOf(page).getByRole("treeitem", { name: new RegExp(`^${name}\\b`) })

const options = {
  action: "authenticate",
  options: { challenge: "AAECAwQFBgcICQoLDA0ODw", rpId: "localhost", userVerification: "required" },
}

test("a pasted text is decoded, and nothing is sent", async ({ page }) => {
  await page.goto("/inspect")
  await inputOf(page).focus()
  await page.waitForLoadState("networkidle")
  const requests: string[] = []
  page.on("request", (request) => requests.push(request.url()))
  await inputOf(page).fill(JSON.stringify(options))
  await expect(inspectorOf(page)).toContainText("Recognized: authentication options")
  await expect(fieldOf(page, "userVerification")).toContainText("required")
  await expect(fieldOf(page, "timeout")).toContainText("left out: chosen by the browser")
  expect(requests).toEqual([])
})

test("what Chromium's own authenticator answers is decoded", async ({ page, authenticator }) => {
  await page.goto("/inspect")
  const json = await page.evaluate(async () => {
    const credential = await navigator.credentials.create({
      publicKey: {
        challenge: new Uint8Array(32),
        rp: { name: "Test" },
        user: { id: new Uint8Array(8), name: "ada", displayName: "Ada" },
        pubKeyCredParams: [{ type: "public-key", alg: -7 }],
        attestation: "direct",
      },
    })
    return JSON.stringify(credential)
  })
  await inputOf(page).fill(json)
  await expect(inspectorOf(page)).toContainText("Recognized: registration response.")
  await expect(inspectorOf(page).getByRole("alert")).toBeEmpty()
  const [made] = await authenticator.credentials()
  const id = made?.credentialId.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")
  await expect(fieldOf(page, "credentialId")).toContainText(id ?? "no credential")
  await expect(fieldOf(page, "signCount").first()).toContainText(String(made?.signCount))
  await expect(fieldOf(page, "origin").first()).toContainText(new URL(page.url()).origin)
})

test("a field under the pointer or with the focus lights up its bytes and says what it is", async ({
  page,
}) => {
  await page.goto("/inspect")
  await inspectorOf(page).getByRole("button", { name: "Show an example" }).click()
  await fieldOf(page, "signCount").hover()
  const section = inspectorOf(page).getByRole("group", { name: "attestationObject" })
  await expect(section.locator("[data-lit]")).toHaveCount(4)
  await expect(section.getByRole("group", { name: "Explanation" })).toContainText(
    "WebAuthn L3 §6.1.1",
  )

  await fieldOf(page, "aaguid").first().focus()
  await expect(section.locator("[data-lit]")).toHaveCount(16)
  await page.keyboard.press("ArrowDown")
  await expect(fieldOf(page, "credentialIdLength")).toBeFocused()
  await expect(section.locator("[data-lit]")).toHaveCount(2)
  await page.keyboard.press("Home")
  await expect(fieldOf(page, "fmt")).toBeFocused()
  await page.keyboard.press("ArrowUp")
  await expect(fieldOf(page, "fmt")).toBeFocused()
  await page.keyboard.press("Shift+Tab")
  await expect(section.getByRole("link")).toBeFocused()
})

test("a wrong byte is named and marked", async ({ page }) => {
  await page.goto("/inspect")
  await inputOf(page).fill(`${"00".repeat(32)}01000000`)
  await expect(inspectorOf(page).getByRole("alert")).toContainText("36 bytes")
  await inputOf(page).fill(
    `a363666d74646e6f6e656761747453746d74a068617574684461746158a4${"00".repeat(20)}`,
  )
  const alert = inspectorOf(page).getByRole("alert")
  await expect(alert).toContainText("attestationObject, byte 50:")
  await expect(alert).toContainText("should have 164 bytes")
  await expect(inspectorOf(page).locator("[data-wrong]")).toHaveText("??")
})

test("a wrong character is named and marked", async ({ page }) => {
  await page.goto("/inspect")
  await inputOf(page).fill('{"challenge" "AAAA"}')
  await expect(inspectorOf(page).getByRole("alert")).toContainText("Expected a colon after")
  await expect(inspectorOf(page).locator("mark")).toHaveText('"')
})

test("a link holds the data, and gives it back", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"])
  await page.goto("/inspect")
  await inputOf(page).fill(JSON.stringify(options))
  await inspectorOf(page).getByRole("button", { name: "Copy link" }).click()
  await expect(inspectorOf(page)).toContainText("Copied.")
  const link = page.url()
  expect(new URL(link).hash).toMatch(/^#data=/)

  const other = await context.newPage()
  await other.goto(link)
  await expect(inputOf(other)).toHaveValue(JSON.stringify(options))
  await expect(inspectorOf(other)).toContainText("Recognized: authentication options")
})

test("the decoders are not loaded before they are needed", async ({ page }) => {
  const scripts: string[] = []
  page.on("response", async (response) => {
    if (response.url().endsWith(".js")) scripts.push(await response.text().catch(() => ""))
  })
  await page.goto("/inspect")
  await page.waitForLoadState("networkidle")
  const decoders = () => scripts.filter((script) => script.includes("attestedCredentialData"))
  expect(decoders()).toEqual([])
  await inputOf(page).focus()
  await expect.poll(() => decoders().length).toBeGreaterThan(0)
})
