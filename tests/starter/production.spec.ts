import { join } from "node:path"
import { expect, test, type Page } from "@playwright/test"
import { execute } from "../databases/execute"
import { rowsOf } from "../support/database-rows"
import { expectNoError } from "../support/server-log"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { makeProductionApp, type Variant } from "./production-app"

test.describe.configure({ mode: "default" })
process.env.CRON_SECRET = "a secret of these tests"

/** Builds and starts the app, does the work, and takes both away. */
async function withApp(
  site: string,
  variant: Variant,
  work: (app: Awaited<ReturnType<typeof makeProductionApp>>) => Promise<void>,
) {
  const app = await makeProductionApp(site, variant)
  try {
    const server = await app.start()
    await work(app).finally(() => server.stop())
    expectNoError(server.output())
  } finally {
    await app.remove()
  }
}

/** What the browser's console says of violations, and of other errors. */
function errorsOf(page: Page) {
  const errors: string[] = []
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()))
  page.on("pageerror", (error) => errors.push(error.message))
  return errors
}

async function register(page: Page, origin: string, email: string) {
  await page.goto(`${origin}/sign-in`)
  await page.getByRole("textbox", { name: "E-mail" }).fill(email)
  await page.getByRole("button", { name: "Create a passkey" }).click()
  await expect(page.getByRole("heading", { name: "Signed in", exact: true })).toBeVisible()
}

async function signOutAndIn(page: Page, origin: string) {
  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden()
  await page.goto(`${origin}/sign-in`)
  await page.getByRole("button", { name: "Sign in with a passkey" }).click()
  await expect(page.getByRole("heading", { name: "Signed in", exact: true })).toBeVisible()
}

/** Reaches the limit of ceremonies, and lets sessions expire. */
async function expectLimits(page: Page, origin: string, url: string) {
  // For who is signed in, there are no options to sign in.
  await page.context().clearCookies()
  const options = () => page.request.get(`${origin}/api/auth/webauthn-options/passkey`)
  expect((await options()).status()).toBe(200)
  await execute(url, `UPDATE "RateLimit" SET "points" = 600`)
  const limited = await options()
  expect(limited.status()).toBe(429)
  expect(Number(limited.headers()["retry-after"])).toBeGreaterThan(0)
  await page.goto(`${origin}/sign-in`)
  await page.getByRole("button", { name: "Sign in with a passkey" }).click()
  const notice = page.getByRole("alert").filter({ hasText: "There were too many attempts" })
  await expect(notice).toBeVisible()
}

async function expectCleanUp(page: Page, origin: string, url: string) {
  const past = "'2026-01-01T00:00:00.000+00:00'"
  await execute(url, `INSERT INTO "User" ("id", "updatedAt") VALUES ('late', ${past})`)
  await execute(
    url,
    `INSERT INTO "Session" ("sessionToken", "userId", "expires", "updatedAt") VALUES ('late', 'late', ${past}, ${past})`,
  )
  const left = `SELECT COUNT(*) FROM "Session" WHERE "sessionToken" = 'late'`
  await expect.poll(async () => Number((await rowsOf(url, left))[0]?.[0])).toBe(0)

  const ask = (authorization: string) =>
    page.request.get(`${origin}/api/cron/delete-expired-sessions`, {
      headers: { Authorization: authorization },
    })
  expect((await ask("Bearer undefined")).status()).toBe(401)
  expect((await ask("")).status()).toBe(401)
  const answer = await ask(`Bearer ${process.env.CRON_SECRET}`)
  expect([answer.status(), await answer.json()]).toEqual([200, { deleted: 0 }])
}

for (const cacheComponents of [true, false])
  test(`with a nonce in each page, and cacheComponents ${cacheComponents ? "on" : "off"}, passkeys work and the policy is kept`, async ({
    page,
  }, { project }) => {
    test.setTimeout(600_000)
    await withApp(String(project.use.baseURL), { cacheComponents }, async ({ origin, folder }) => {
      await VirtualAuthenticator.add(page)
      const errors = errorsOf(page)
      await register(page, origin, "policy@passkeys.example")
      await signOutAndIn(page, origin)
      expect(errors).toEqual([])

      const first = await page.request.get(`${origin}/sign-in`)
      const second = await page.request.get(`${origin}/sign-in`)
      const policyOf = (answer: typeof first) => answer.headers()["content-security-policy"]
      expect(policyOf(first)).toMatch(/script-src 'self' 'nonce-[\w+/=]{40,}' 'strict-dynamic';/)
      expect(policyOf(first)).not.toBe(policyOf(second))
      for (const path of ["/", "/sign-in", "/api/auth/signin", "/no-such-page"]) {
        const headers = (await page.request.get(origin + path)).headers()
        expect(headers, path).toMatchObject({
          "x-frame-options": "DENY",
          "x-content-type-options": "nosniff",
          "permissions-policy":
            "publickey-credentials-get=(self), publickey-credentials-create=(self)",
        })
      }
      // An injected script has no nonce.
      await page.goto(origin)
      const ran = await page.evaluate(() => {
        document.body.insertAdjacentHTML("beforeend", `<img src=x onerror="window.injected = 1">`)
        return new Promise((resolve) => setTimeout(() => resolve("injected" in window), 500))
      })
      expect(ran).toBe(false)

      if (!cacheComponents) return
      const url = `file:${join(folder, "dev.db")}`
      await expectCleanUp(page, origin, url)
      await expectLimits(page, origin, url)
    })
  })

test("a page from the build has no nonce, and its scripts don't run", async ({ page }, {
  project,
}) => {
  test.setTimeout(600_000)
  const variant = { cacheComponents: true, perRequest: false }
  await withApp(String(project.use.baseURL), variant, async ({ origin }) => {
    const errors = errorsOf(page)
    await page.goto(`${origin}/sign-in`)
    await expect.poll(() => errors.join("\n")).toContain("Content Security Policy")
  })
})

test("with a proxy.ts that uses Auth.js, who isn't signed in goes to the sign-in page and back", async ({
  page,
}, { project }) => {
  test.setTimeout(600_000)
  const variant = { cacheComponents: true, withAuth: true }
  await withApp(String(project.use.baseURL), variant, async ({ origin }) => {
    await VirtualAuthenticator.add(page)
    const errors = errorsOf(page)
    await page.goto(`${origin}/?from=mail`)
    await expect(page).toHaveURL(
      `${origin}/sign-in?callbackUrl=${encodeURIComponent(`${origin}/?from=mail`)}`,
    )
    await page.getByRole("textbox", { name: "E-mail" }).fill("split@passkeys.example")
    await page.getByRole("button", { name: "Create a passkey" }).click()
    await page.waitForURL(`${origin}/?from=mail`)
    await expect(page.getByRole("heading", { name: "Signed in", exact: true })).toBeVisible()
    expect(errors).toEqual([])
  })
})
