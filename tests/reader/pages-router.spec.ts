import { expect, test } from "@playwright/test"
import { expectNoError } from "../support/server-log"
import { countsOf, readInstructions } from "./instructions"
import { followToSignIn } from "./new-app"
import { Reader } from "./reader"
import { VirtualAuthenticator } from "../support/virtual-authenticator"

test.use({ permissions: ["clipboard-write"] })
test.describe.configure({ mode: "serial" })

let reader: Reader

test.beforeAll(async () => {
  reader = await Reader.sitDown()
})
test.afterAll(() => reader.leave())

test("who follows the page for the Pages Router signs in with a passkey", async ({ page }) => {
  test.setTimeout(600_000)
  await page.goto("/pages-router?database=sqlite&packageManager=npm")
  const instructions = await readInstructions(page)
  const { files, lines, commands } = countsOf(instructions)
  await expect(page.getByRole("main")).toContainText(
    `${files} files with ${lines} lines in all, and run ${commands} commands`,
  )
  await followToSignIn(page, reader, instructions)
})

test("the first layer of the custom page works as pages/sign-in.tsx", async ({ page }) => {
  test.setTimeout(600_000)
  await reader.stop()
  await page.goto("/custom-sign-in-page?database=sqlite&packageManager=npm")
  for (const instruction of await readInstructions(page, { sections: ["One file that works"] }))
    await reader.follow(
      instruction.kind === "file" ? { ...instruction, path: "pages/sign-in.tsx" } : instruction,
    )
  await reader.runToEnd("npm run build")
  await reader.startBuilt()

  await VirtualAuthenticator.add(page)
  await page.goto(reader.origin)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(/\/sign-in\?/)
  await page.getByLabel("E-mail").fill("layer@passkeys.example")
  await page.getByRole("button", { name: "Create a passkey" }).click()
  await expect(page.getByText("You are layer@passkeys.example.")).toBeVisible()
  expectNoError(reader.log)
})
