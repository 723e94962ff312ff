import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { root } from "../../scripts/root"
import { openApp } from "../reader/use-app"
import { expectNoError } from "../support/server-log"
import { makeReadersApp } from "./readers-app"

test("what is downloaded without extras builds, and signs in on the page of Auth.js", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(600_000)
  const made = await makeReadersApp(String(baseURL), "signIn=built-in&extras=")
  const server = await made.start()
  try {
    const app = await openApp(page, made.origin)
    await app.signIn()
    await app.signOut()
    await app.signIn()
    await app.signOut()
    await app.cancelOnce()
    expectNoError(server.output())

    await test.step("its own test passes", async () => {
      await answerForUnpkgIn(join(made.folder, "tests/passkeys.spec.ts"))
      expect(await made.test(process.env.CHROMIUM)).toContain("1 passed")
    })
  } finally {
    await server.stop()
    await made.remove()
  }
})

/** The page of Auth.js loads a script from unpkg.com, which a machine of tests may not reach. */
async function answerForUnpkgIn(file: string) {
  const path = join(root, "node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js")
  const answer = { path, headers: { "Access-Control-Allow-Origin": "*" } }
  const before = 'await page.goto("/")'
  const text = await readFile(file, "utf8")
  expect(text).toContain(before)
  await writeFile(
    file,
    text.replace(
      before,
      `await page.route("https://unpkg.com/**", (route) => route.fulfill(${JSON.stringify(answer)}))
  ${before}`,
    ),
  )
}
