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

/** Somebody with the guide's app, who has signed in with a passkey of Auth.js. */
async function openJourney(page: Page) {
  const reader = await Reader.withApp(builtWithGuide)
  const databaseUrl = `file:${join(reader.folder, "dev.db")}`
  async function startApp() {
    await reader.follow({ kind: "command", text: "npm run dev", background: true })
    await reader.follow({ kind: "expect", text: "✓ Ready in …" })
  }
  await startApp()
  const authjs = await openApp(page, reader.origin)
  await authjs.signIn()
  return {
    reader,
    authjs,
    startApp,
    rows: (sql: string) => rowsOf(databaseUrl, sql),
    execute: (sql: string) => execute(databaseUrl, sql),
    follow: (address: string, ...sections: string[]) =>
      followSections(page, { page: address, sections }, choices, reader),
    /** The page with three buttons that a move adds to try the new server on. */
    trial: (path: string) => openTrial(page, reader.origin + path),
  }
}

function openTrial(page: Page, address: string) {
  const button = (name: string) => page.getByRole("button", { name, exact: true })
  const main = page.getByRole("main")
  const expectText = (text: string) =>
    expect(main.getByText(text)).toBeVisible({ timeout: compileTimeoutMs })
  return {
    async open() {
      await page.goto(address, { waitUntil: "domcontentloaded" })
      // In development, React takes over the buttons a while after they're there.
      const isReady = () =>
        main
          .getByRole("button")
          .first()
          .evaluate((element) => Object.keys(element).some((key) => key.startsWith("__react")))
      await expect.poll(isReady, { timeout: compileTimeoutMs }).toBe(true)
    },
    expectSignedIn: () => expectText("You are reader@passkeys.example."),
    async signIn() {
      await button("Sign in with a passkey").click()
      await this.expectSignedIn()
    },
    /** Adds a passkey on a second device: the first one has one. */
    async addPasskey(first: VirtualAuthenticator) {
      await first.answers(false)
      const key = await VirtualAuthenticator.add(page, "usb")
      await button("Add another passkey").click()
      await expectText("The passkey was added.")
      expect(await key.credentials()).toHaveLength(1)
      await key.answers(false)
      await first.answers(true)
    },
    async signOut() {
      await button("Sign out").click()
      await expectText("You are signed out.")
    },
  }
}

test("a passkey moves to Better Auth and signs in there, and with Auth.js after going back", async ({
  page,
}) => {
  test.setTimeout(900_000)
  const { reader, authjs, startApp, rows, follow, trial } = await openJourney(page)
  try {
    const before = await rows(`SELECT * FROM "Authenticator"`)
    const authjsRoute = await readFile(join(reader.folder, route), "utf8")
    await follow(
      "/move/better-auth",
      "Install Better Auth",
      "Create the tables",
      "Configure Better Auth",
      "Give everyone a name",
      "With the script",
      "Sign in with Better Auth",
    )
    const betterAuth = trial("/try-better-auth")
    await betterAuth.open()
    await betterAuth.signIn()
    const owner = await rows(`SELECT "userId" FROM "Authenticator"`)
    expect(await rows(`SELECT "userId" FROM "BetterAuthSession"`)).toEqual(owner)
    await betterAuth.signOut()
    await betterAuth.signIn()
    expectNoError(reader.log)
    await reader.stop()
    await reader.runToEnd("npx tsc --noEmit")
    await reader.runToEnd("npm run lint")

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
  } finally {
    await reader.leave()
  }
})

test("a passkey moves to SimpleWebAuthn, there and back, and from its table to Auth.js", async ({
  page,
}) => {
  test.setTimeout(900_000)
  const journey = await openJourney(page)
  const { reader, authjs, startApp, rows, follow } = journey
  try {
    const [owner] = await rows(`SELECT "userId" FROM "Authenticator"`)
    const server = journey.trial("/try-passkey-server")
    await test.step("move with SQL, and back", async () => {
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

    await test.step("move with the script, and add another passkey", async () => {
      await follow("/move/simplewebauthn", "With the script")
      await startApp()
      await server.open()
      await server.signOut()
      await server.signIn()
      await server.addPasskey(authjs.authenticator)
      expectNoError(reader.log)
      await reader.stop()
      await reader.runToEnd("npx tsc --noEmit")
      await reader.runToEnd("npm run lint")
    })

    await test.step("move from that table to Auth.js, and back", async () => {
      // Who comes from a server of their own has nothing in these tables.
      await journey.execute(`DELETE FROM "Authenticator"; DELETE FROM "Account";`)
      await follow("/move/from-simplewebauthn", "With the script")
      expect(await rows(`SELECT "userId" FROM "Authenticator"`)).toEqual([owner, owner])
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
  } finally {
    await reader.leave()
  }
})
