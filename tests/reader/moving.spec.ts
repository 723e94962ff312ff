import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test, type Page } from "@playwright/test"
import { execute } from "../databases/execute"
import { rowsOf } from "../support/database-rows"
import { expectNoError } from "../support/server-log"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { builtWithGuide } from "./apps"
import { followSections } from "./follow-sections"
import { Reader } from "./reader"
import { openApp } from "./use-app"

/** In development, Next.js compiles a page or an endpoint when it's first asked for. */
const compileTimeoutMs = 60_000

// A browser with a window lets a reader's click copy. One without asks nobody, and refuses.
test.use({ permissions: ["clipboard-write"] })

const choices = "database=sqlite&packageManager=npm"
const route = "app/api/auth/[...nextauth]/route.ts"

let reader: Reader

test.beforeAll(async () => {
  test.setTimeout(180_000)
  reader = await Reader.withApp(builtWithGuide)
})
test.afterAll(() => reader?.leave())

const databaseUrl = () => `file:${join(reader.folder, "dev.db")}`
const rows = (sql: string) => rowsOf(databaseUrl(), sql)

async function startApp() {
  await reader.follow({ kind: "command", text: "npm run dev", background: true })
  await reader.follow({ kind: "expect", text: "✓ Ready in …" })
}

/** Uses the page with three buttons that a move adds to try the new server on. */
function openTrial(page: Page, path: string) {
  const button = (name: string) => page.getByRole("button", { name, exact: true })
  const main = page.getByRole("main")
  return {
    async open() {
      await page.goto(reader.origin + path)
      // In development, React takes over the buttons a while after they're there.
      const button = page.getByRole("main").getByRole("button").first()
      const isReady = () =>
        button.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__react")))
      await expect.poll(isReady, { timeout: compileTimeoutMs }).toBe(true)
    },
    async expectSignedIn() {
      await expect(main.getByText("You are reader@passkeys.example.")).toBeVisible({
        timeout: compileTimeoutMs,
      })
    },
    async signIn() {
      await button("Sign in with a passkey").click()
      await this.expectSignedIn()
    },
    async addPasskey() {
      await button("Add another passkey").click()
    },
    async signOut() {
      await button("Sign out").click()
      await expect(main.getByText("You are signed out.")).toBeVisible({
        timeout: compileTimeoutMs,
      })
    },
  }
}

test("one passkey goes to Better Auth and back, to SimpleWebAuthn and from there, and signs in", async ({
  page,
}) => {
  test.setTimeout(420_000)
  const follow = (address: string, ...sections: string[]) =>
    followSections(page, { page: address, sections }, choices, reader)

  await startApp()
  const authjs = await openApp(page, reader.origin)
  await authjs.signIn()
  const [owner] = await rows(`SELECT "userId" FROM "Authenticator"`)
  const before = await rows(`SELECT * FROM "Authenticator"`)
  const authjsRoute = await readFile(join(reader.folder, route), "utf8")

  await test.step("move to Better Auth, and back", async () => {
    await follow(
      "/move/better-auth",
      "Install Better Auth",
      "Create the tables",
      "Configure Better Auth",
      "Give everyone a name",
      "With the script",
      "Sign in with Better Auth",
    )
    const betterAuth = openTrial(page, "/try-better-auth")
    await betterAuth.open()
    await betterAuth.signIn()
    expect(await rows(`SELECT "userId" FROM "BetterAuthSession"`)).toEqual([owner])
    await betterAuth.signOut()
    await betterAuth.signIn()
    expectNoError(reader.log)

    // As the version from before the switch has it.
    await writeFile(join(reader.folder, route), authjsRoute)
    await follow("/move/better-auth", "Undo with the script")
    expect(await rows(`SELECT * FROM "Passkey"`)).toEqual([])
    const passkeys = await rows(`SELECT "credentialID" FROM "Authenticator"`)
    expect(passkeys).toEqual(before.map(([credentialId]) => [credentialId]))
    await startApp()
    await authjs.signOut()
    await authjs.signIn()
    expectNoError(reader.log)
  })

  const server = openTrial(page, "/try-passkey-server")
  await test.step("move to SimpleWebAuthn with SQL, and back", async () => {
    await follow(
      "/move/simplewebauthn",
      "Create the tables",
      "The server",
      "With SQL",
      "Sign in with the server",
    )
    await server.open()
    // The session is that of Auth.js.
    await server.expectSignedIn()
    await server.signOut()
    await server.signIn()
    expectNoError(reader.log)
    await follow("/move/simplewebauthn", "Undo with SQL")
    expect(await rows(`SELECT * FROM "WebAuthnCredential"`)).toEqual([])
  })

  await test.step("move there with the script, and add another passkey", async () => {
    await follow("/move/simplewebauthn", "With the script")
    await startApp()
    await server.open()
    await server.signOut()
    await server.signIn()
    const key = await VirtualAuthenticator.add(page, "usb")
    await server.addPasskey()
    await expect.poll(() => key.credentials(), { timeout: compileTimeoutMs }).toHaveLength(1)
    expectNoError(reader.log)
    await key.answers(false)
  })

  await test.step("move from that table to Auth.js, and back", async () => {
    await reader.stop()
    // Who comes from a server of their own has nothing in these tables.
    await execute(databaseUrl(), `DELETE FROM "Authenticator"; DELETE FROM "Account";`)
    await follow("/move/from-simplewebauthn", "With the script")
    const passkeys = await rows(`SELECT "userId" FROM "Authenticator"`)
    expect(passkeys).toEqual([owner, owner])
    await startApp()
    await authjs.signOut()
    await authjs.signIn()
    expectNoError(reader.log)
    await follow("/move/from-simplewebauthn", "Undo with the script")
    expect(await rows(`SELECT * FROM "Authenticator"`)).toEqual([])
    await startApp()
    await server.open()
    await server.signOut()
    await server.signIn()
    expectNoError(reader.log)
  })

  await reader.stop()
  for (const command of ["npx tsc --noEmit", "npm run lint"])
    await test.step(command, () => reader.runToEnd(command))
})
