import { expect, test, type Page } from "@playwright/test"
import { expectNoError } from "../support/server-log"
import { titleOf } from "./follow-sections"
import type { Instruction } from "./instructions"
import type { Reader } from "./reader"
import { openApp } from "./use-app"

const isInstall = (instruction: Instruction) =>
  instruction.kind === "command" && instruction.text.startsWith("npm install")

/**
 * Follows a page from an empty folder to an app, then uses that app in development, checks and builds
 * it, and uses what was built. Remembers the app as it was after its packages were installed.
 */
export async function followToSignIn(page: Page, reader: Reader, instructions: Instruction[]) {
  for (const instruction of instructions) {
    await test.step(titleOf(instruction), () => reader.follow(instruction))
    if (isInstall(instruction)) await reader.remember()
  }

  const app = await openApp(page, reader.origin)
  await test.step("use the app in development", async () => {
    await app.signIn()
    await app.signOut()
    await app.signIn()
    await app.signOut()
    await app.cancelOnce()
    expectNoError(reader.log)
    await reader.stop()
  })
  await checkAndBuild(reader)
  await test.step("use the app as it was built", async () => {
    await reader.startBuilt()
    await app.signOut()
    await app.signIn()
    expectNoError(reader.log)
  })
}

/** Lints and builds the reader's app. The build checks its types. */
export async function checkAndBuild(reader: Reader) {
  for (const command of ["npm run lint", "npm run build"])
    await test.step(command, () => reader.runToEnd(command))
}

/**
 * Goes back to what `followToSignIn` remembered, until where everybody does the same, follows a page
 * from there, and type-checks the app.
 */
export async function followFromInstalled(reader: Reader, instructions: Instruction[]) {
  await reader.goBack()
  for (const instruction of instructions.slice(instructions.findIndex(isInstall) + 1))
    await reader.follow(instruction)
  await reader.runToEnd("npx tsc --noEmit")
}

/** Takes the one line that has a text out of a file on the page. */
export async function removeLine(page: Page, file: string, text: string) {
  const code = page.getByRole("main").locator(`[data-file="${file}"] pre code`)
  const lines = ((await code.textContent()) ?? "").split("\n")
  expect(lines.filter((line) => line.includes(text))).toHaveLength(1)
  const others = lines.filter((line) => !line.includes(text)).join("\n")
  await code.evaluate((element, left) => (element.textContent = left), others)
}

/** Takes the one element that has a text out of the page. */
export async function remove(page: Page, selector: string, hasText: string) {
  const element = page
    .getByRole("main")
    .locator(selector)
    .filter({ hasText })
    .filter({ visible: true })
  await expect(element).toHaveCount(1)
  await element.evaluate((node) => node.remove())
}
