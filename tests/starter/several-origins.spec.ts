import { cp, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { chromium, expect, test, type Browser, type Page } from "@playwright/test"
import { applyEdit } from "../../demo/live/server/starter-zip/apply-recipe.mjs"
import { root } from "../../scripts/root"
import { chromiumArguments } from "../support/chromium"
import { startHttpsProxy } from "../support/https-proxy"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { makeReadersApp, type ReadersApp } from "./readers-app"

let app: ReadersApp
let server: Awaited<ReturnType<ReadersApp["start"]>>
let proxy: Awaited<ReturnType<typeof startHttpsProxy>>
let browser: Browser

/** What a reader does who follows /domains, and reads only it. */
async function followDomainsPage(folder: string) {
  await cp(join(root, "demo/recipes/several-origins"), folder, { recursive: true })
  const file = join(folder, "auth.ts")
  const edits: [from: string, to: string][] = [
    [
      `import Passkey from "next-auth/providers/passkey"`,
      `import Passkey from "next-auth/providers/passkey"\nimport { getRelayingParty } from "@/passkeys/relying-party"`,
    ],
    ["Passkey({ simpleWebAuthn })", "Passkey({ simpleWebAuthn, getRelayingParty })"],
  ]
  const source = await readFile(file, "utf8")
  const edited = edits.reduce((text, edit) => applyEdit(file, text, edit), source)
  await writeFile(file, edited)
}

test.describe.configure({ mode: "default" })
test.beforeAll(async ({}, { project }) => {
  test.setTimeout(600_000)
  app = await makeReadersApp(
    String(project.use.baseURL),
    "",
    followDomainsPage,
    { AUTH_URL: "https://example.com" },
    { checksTypes: false },
  )
  server = await app.start()
  proxy = await startHttpsProxy(app.origin)
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: [...chromiumArguments, ...proxy.chromiumArguments],
  })
})
test.afterAll(async () => {
  await browser?.close()
  await proxy?.stop()
  await server?.stop()
  await app?.remove()
})

const signedIn = (page: Page) => page.getByRole("heading", { name: "Signed in", exact: true })

/** Registers on a page's own origin. */
async function register(page: Page, origin: string, email: string) {
  await page.goto(`${origin}/sign-in`)
  await page.getByRole("textbox", { name: "E-mail" }).fill(email)
  await page.getByRole("button", { name: "Create a passkey" }).click()
}

async function signIn(page: Page, origin: string) {
  await page.goto(`${origin}/sign-in`)
  await page.getByRole("button", { name: "Sign in with a passkey" }).click()
}

test("one passkey signs in on the domain, a subdomain and a related origin", async () => {
  const page = await browser.newPage()
  const authenticator = await VirtualAuthenticator.add(page)
  await register(page, "https://example.com", "everywhere@passkeys.example")
  await expect(signedIn(page)).toBeVisible()
  const [credential] = await authenticator.credentials()
  expect(credential?.rpId).toBe("example.com")

  for (const origin of ["https://app.example.com", "https://example.net"]) {
    await signIn(page, origin)
    await expect(signedIn(page)).toBeVisible()
    expect(new URL(page.url()).origin).toBe(origin)
  }
  await page.close()
})

test("a passkey can be made on a related origin, for the RP ID", async () => {
  const page = await browser.newPage()
  const authenticator = await VirtualAuthenticator.add(page)
  await register(page, "https://example.net", "related@passkeys.example")
  await expect(signedIn(page)).toBeVisible()
  const [credential] = await authenticator.credentials()
  expect(credential?.rpId).toBe("example.com")
  await page.close()
})

test("the browser refuses an origin that isn't listed", async () => {
  const page = await browser.newPage()
  const authenticator = await VirtualAuthenticator.add(page)
  await register(page, "https://example.org", "unlisted@passkeys.example")
  await expect(page.getByText("This site can't use passkeys at this address.")).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(0)
  await page.close()
})

test("a browser looks at five labels, and no more", async () => {
  const page = await browser.newPage()
  await VirtualAuthenticator.add(page)
  const listed = ["one.com", "two.com", "three.com", "four.com", "five.com", "six.com"]
  const origins = ["https://one.net", ...listed.map((host) => `https://${host}`)]
  // The proxy's answer, in place of the app's. Playwright doesn't see the browser's own request.
  proxy.answer("/.well-known/webauthn", { origins })
  const attempt = async (origin: string) => {
    await page.goto(`${origin}/sign-in`)
    return page.evaluate(async () => {
      const publicKey: PublicKeyCredentialRequestOptions = {
        challenge: new Uint8Array(32),
        rpId: "example.com",
        timeout: 1_000,
      }
      return navigator.credentials.get({ publicKey }).catch((error: Error) => error.name)
    })
  }
  // Allowed, and without a passkey there. `one.net` and `one.com` share a label.
  for (const host of ["one.net", "five.com"])
    expect(await attempt(`https://${host}`)).toBe("NotAllowedError")
  expect(await attempt("https://six.com")).toBe("SecurityError")
  await page.close()
})

test("the addresses under /.well-known/ are answered as JSON", async () => {
  const names = ["webauthn", "passkey-endpoints", "assetlinks.json", "apple-app-site-association"]
  for (const name of names) {
    const response = await fetch(`${app.origin}/.well-known/${name}`, { redirect: "error" })
    expect(response.headers.get("content-type"), name).toBe("application/json")
    expect(await response.json()).toBeTruthy()
  }
})
