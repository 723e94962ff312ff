import { existsSync } from "node:fs"
import { mkdtemp, readFile, readlink, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { chromium, expect, test, type Browser, type Page } from "@playwright/test"
import { checkResponse } from "../../demo/live/site-check/check-response"
import { applyEdit } from "../reader/apply-edit"
import { explainedCode } from "../reader/explained-code"
import { connectTo } from "../site/raw-request"
import { askOverTls } from "../support/ask-over-tls"
import { chromiumArguments } from "../support/chromium"
import { rowsOf } from "../support/database-rows"
import { lockFile } from "../support/file-lock"
import { hasProxy, recipeOf, startProxy, type ProxyName } from "../support/proxies"
import { runCommand } from "../support/shell"
import { environmentOf } from "../support/systemd-unit"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { makeDeployedApp, type DeployedApp } from "./deployed-app"
import { makeServer } from "./systemd-server"

// The robot follows /deploy/docker and /deploy/observe with the app that the guide's download contains,
// then takes the proxies' configurations and the commands from /deploy and its other pages. One image
// for all: its packages are installed and it is built as its Dockerfile says, which takes most of the
// time.

const host = "app.example.com"
const origin = `https://${host}`
const signInOptions = "/api/auth/webauthn-options/passkey?action=authenticate"

type SystemdServer = Awaited<ReturnType<typeof makeServer>>
type Running = Awaited<ReturnType<DeployedApp["start"]>>

test.describe.configure({ mode: "default" })
let app: DeployedApp

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(600_000)
  const context = await browser.newContext({ baseURL, permissions: ["clipboard-write"] })
  app = await makeDeployedApp(await context.newPage(), String(baseURL))
  await context.close()
  await app.migrate()
})
test.afterAll(() => app?.remove())

async function withApp(settings: Record<string, string>, work: (app: Running) => Promise<void>) {
  const running = await app.start(settings)
  await work(running).finally(() => running.stop())
}

/** A browser that finds the proxy at every address. */
async function withBrowser(port: number, work: (browser: Browser) => Promise<void>) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: [
      ...chromiumArguments,
      `--host-resolver-rules=MAP *:443 127.0.0.1:${port}`,
      "--ignore-certificate-errors",
    ],
  })
  await work(browser).finally(() => browser.close())
}

async function register(page: Page, email: string) {
  await page.goto(`${origin}/sign-in`)
  await page.getByRole("textbox", { name: "E-mail" }).fill(email)
  await page.getByRole("button", { name: "Create a passkey" }).click()
}

/** A ceremony is several requests, and takes seconds while other tests keep the machine busy. */
const expectSignedIn = (page: Page) =>
  expect(page.getByRole("heading", { name: "Signed in", exact: true })).toBeVisible({
    timeout: 20_000,
  })

/** What the checker of the guide says of a response, apart from what is right. */
async function faultsOf(port: number, path = signInOptions) {
  const { text } = await askOverTls(port, host, path)
  const { findings, problem } = checkResponse(text, origin + path)
  expect(problem).toBeUndefined()
  return findings
    ?.filter(({ verdict }) => verdict !== "right")
    .map(({ verdict, what }) => `${verdict}: ${what}`)
}

/** What a page of the guide shows in its block that begins so. */
async function shownOn(page: Page, address: string, heading: string, first: string) {
  await page.goto(address)
  return explainedCode(page, heading, first)
}

/** Runs a command of the guide in a shell that finds the proxy at the site's address. */
async function runThroughProxy(command: string, port: number) {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-curl-"))
  const settings = `connect-to = "${host}:443:127.0.0.1:${port}"\ninsecure\n`
  await writeFile(join(folder, ".curlrc"), settings)
  const output = runCommand(command, folder, { CURL_HOME: folder, METRICS_TOKEN: "m".repeat(24) })
  return output.finally(() => rm(folder, { recursive: true }))
}

test("the image starts as an unprivileged user, without the build's files, and tells Docker how it is", async () => {
  expect(app.image.user).toBe("node")
  for (const path of [
    ".env",
    ".env.docker",
    "Dockerfile",
    "node_modules/typescript",
    "node_modules/prisma",
  ])
    expect(existsSync(join(app.image.cwd, path)), path).toBe(false)
  await withApp({ AUTH_URL: origin }, async ({ isHealthy, address, stop, output }) => {
    const health = () => fetch(`http://${address}/api/health`)
    expect(await isHealthy()).toBe(true)
    expect(await (await health()).json()).toEqual({ status: "ok" })

    const unlock = await lockFile(app.url)
    await expect.poll(async () => (await health()).status, { timeout: 5_000 }).toBe(503)
    expect(await isHealthy()).toBe(false)
    await unlock()
    await expect.poll(isHealthy, { timeout: 5_000 }).toBe(true)

    // Docker sends SIGTERM, and kills after 10 seconds.
    const before = Date.now()
    await stop()
    expect(Date.now() - before).toBeLessThan(9_000)
    expect(output()).not.toMatch(/⨯|\[auth\]\[error\]/)
    expect(await isHealthy()).toBe(false)
  })
})

for (const name of ["nginx", "caddy"] as ProxyName[])
  test(`behind ${name}, a passkey registers and signs in, with secure cookies`, async ({
    page: guide,
  }) => {
    test.skip(!hasProxy(name), `${name} is not installed.`)
    test.setTimeout(240_000)
    await withApp({ AUTH_URL: origin }, async ({ address, output }) => {
      const [heading, first] = { nginx: ["nginx", "upstream"], caddy: ["Caddy", host] }[name]
      const configuration = await shownOn(guide, "/deploy/proxy", heading ?? "", first ?? "")
      const proxy = await startProxy(name, address, [], configuration)
      try {
        await withBrowser(proxy.port, async (browser) => {
          const page = await browser.newPage()
          const authenticator = await VirtualAuthenticator.add(page)
          await register(page, `${name}@passkeys.example`)
          await expectSignedIn(page)
          expect((await authenticator.credentials()).map(({ rpId }) => rpId)).toEqual([host])
          const cookies = await page.context().cookies()
          const session = cookies.find(({ name }) => name === "__Secure-authjs.session-token")
          expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: "Lax" })
          await page.getByRole("button", { name: "Sign out" }).click()
          await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden()
          await page.goto(`${origin}/sign-in`)
          await page.getByRole("button", { name: "Sign in with a passkey" }).click()
          await expectSignedIn(page)
          expect(new URL(page.url()).origin).toBe(origin)
        })
        // Neither proxy adds it by itself: /production does.
        expect(await faultsOf(proxy.port)).toEqual([
          "doubtful: Strict-Transport-Security is missing",
        ])
        const ask = await shownOn(guide, "/deploy", "Check your site", "curl")
        const asked = `$ ${ask}\n${await runThroughProxy(ask, proxy.port)}`
        const { findings } = checkResponse(asked, "")
        expect(findings?.filter(({ verdict }) => verdict === "wrong")).toEqual([])
        expect(findings).toContainEqual({ verdict: "right", what: `The RP ID is ${host}` })
        await expectLogged(output)
        const scrape = await shownOn(guide, "/deploy/observe", "Metrics", "curl")
        const metrics = await runThroughProxy(scrape.replace("127.0.0.1:3000", address), proxy.port)
        expect(metrics).toContain(
          `passkeys_requests_total{step="verification",action="register",outcome="ok",error=""} 1`,
        )
        expect(metrics).toMatch(/^process_resident_memory_bytes \d/m)
        // As the page has the reader check.
        const refused = await runThroughProxy(`curl -si ${origin}/api/metrics`, proxy.port)
        expect(refused).toMatch(/^HTTP\/2 401/)
      } finally {
        await proxy.stop()
      }
    })
  })

/** The lines of one registration and one sign-in. */
async function expectLogged(output: () => string) {
  const lines = () => Array.from(output().matchAll(/^\{.*\}$/gm), ([line]) => JSON.parse(line))
  // The browser may have its answer before the log is read.
  await expect
    .poll(() => lines().map(({ step, action, outcome }) => `${action} ${step}: ${outcome}`))
    .toEqual(
      expect.arrayContaining([
        "register options: ok",
        "register verification: ok",
        "authenticate options: ok",
        "authenticate verification: ok",
      ]),
    )
  // The proxy's id.
  for (const { requestId } of lines()) expect(requestId).toMatch(/^[\da-f-]{32,36}$/)
  expect(output()).not.toContain("@passkeys.example")
}

test.describe("as a service", () => {
  const heading = {
    unit: "The unit",
    environment: "Make a user and its folders",
    release: "Release",
  }

  async function withServer(guide: Page, work: (server: SystemdServer) => Promise<void>) {
    test.setTimeout(600_000)
    await guide.goto("/deploy/node")
    const server = await makeServer(
      {
        unit: await explainedCode(guide, heading.unit, "[Unit]"),
        environment: await explainedCode(guide, heading.environment, "AUTH_URL="),
        switchRelease: await explainedCode(guide, heading.release, "#!/bin/sh\n# switch-release"),
      },
      app.built,
      app.url,
    )
    await work(server).finally(() => server.remove())
  }

  test("SIGTERM lets a request finish that has begun, and the exit code is the unit's", async ({
    page: guide,
  }) => {
    await withServer(guide, async ({ ports: [port], switchTo, processOn, ends }) => {
      expect(await switchTo("one")).toEqual(["one", "one"])
      const connection = await connectTo(`http://127.0.0.1:${port}`)
      const path = "/api/auth/callback/passkey"
      connection.socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 8\r\n\r\nacti`,
      )
      await wait(1_000)
      const process = processOn(port)
      const ended = process?.stop()
      await wait(1_000)
      expect(process?.runs()).toBe(true)
      expect(connection.received()).toBe("")
      connection.socket.write("on=x")
      expect(await ended).toBe(143)
      expect(process?.isSuccess(143)).toBe(true)
      expect(process?.isSuccess(1)).toBe(false)
      expect(connection.received()).toMatch(/^HTTP\/1\.1 (200|302|400)/)
      expect(ends).toEqual([])
    })
  })

  test("the shell and systemd read the same in the environment file", async ({ page: guide }) => {
    const shown = await shownOn(guide, "/deploy/node", heading.environment, "AUTH_URL=")
    const address = 'postgresql://app:p$s`"w\\@localhost/app?schema=public&connection_limit=5#x'
    const folder = await mkdtemp(join(tmpdir(), "passkeys-environment-"))
    const file = join(folder, "app.env")
    await writeFile(file, `${shown}\nOTHER='${address}'\n`)
    const read = environmentOf(await readFile(file, "utf8"))
    const shell = await runCommand(`set -a; . "${file}"; set +a; env`, folder, {})
    await rm(folder, { recursive: true })
    expect(Object.keys(read)).toEqual(["AUTH_URL", "AUTH_SECRET", "DATABASE_URL", "OTHER"])
    for (const [name, value] of Object.entries(read)) expect(shell).toContain(`${name}=${value}\n`)
  })

  for (const name of ["nginx", "caddy"] as ProxyName[])
    test(`behind ${name}, a switch to a new release and back loses no request`, async ({
      page: guide,
    }) => {
      test.skip(!hasProxy(name), `${name} is not installed.`)
      const marker = { nginx: " upstream app", caddy: "-\treverse_proxy" }[name]
      const edit = await shownOn(
        guide,
        "/deploy/several-processes",
        "Start two processes",
        marker ?? "",
      )
      await withServer(guide, async ({ ports, switchTo, ends }) => {
        await switchTo("one")
        const text = applyEdit(await recipeOf(name), edit)
        const second: [string, string] = ["127.0.0.1:3001", `127.0.0.1:${ports[1]}`]
        const proxy = await startProxy(name, `127.0.0.1:${ports[0]}`, [second], text)
        const statuses: number[] = []
        let isDone = false
        const keepAsking = async () => {
          while (!isDone) {
            statuses.push((await askOverTls(proxy.port, host, signInOptions)).status)
            // What starts meanwhile needs the processor too.
            await wait(50)
          }
        }
        const asking = Array.from({ length: 4 }, keepAsking)
        try {
          expect(await switchTo("two")).toEqual(["two", "two"])
          expect(await switchTo("one")).toEqual(["one", "one"])
        } finally {
          isDone = true
          await Promise.all(asking).finally(() => proxy.stop())
        }
        expect(statuses.length).toBeGreaterThan(50)
        expect(new Set(statuses)).toEqual(new Set([200]))
        expect(ends).toEqual(Array(4).fill({ code: 143, isSuccess: true }))
      })
    })

  test("a release that doesn't start leaves the second process alone, and an unfinished build both", async ({
    page: guide,
  }) => {
    await withServer(guide, async ({ folder, ports, switchTo, processOn }) => {
      const healthOf = (port: number) =>
        fetch(`http://127.0.0.1:${port}/api/health`).then(
          ({ status }) => status,
          () => "nobody listens",
        )
      await switchTo("one")
      const second = processOn(ports[1])
      await rm(join(folder, "releases/two/.next/routes-manifest.json"))
      await expect(switchTo("two")).rejects.toThrow(`app@${ports[0]} doesn't answer.`)
      expect(await Promise.all(ports.map(healthOf))).toEqual(["nobody listens", 200])
      expect(processOn(ports[1])).toBe(second)
      expect(await switchTo("one")).toEqual(["one", "one"])
      expect(await Promise.all(ports.map(healthOf))).toEqual([200, 200])

      await rm(join(folder, "releases/two/.next/BUILD_ID"))
      await expect(switchTo("two")).rejects.toThrow("releases/two isn't built.")
      expect(await readlink(join(folder, "current"))).toBe("releases/one")
      expect(await Promise.all(ports.map(healthOf))).toEqual([200, 200])
    })
  })
})

test.describe("what goes wrong behind nginx", () => {
  test.beforeEach(() => test.skip(!hasProxy("nginx"), "nginx is not installed."))

  async function withTrap(
    settings: Record<string, string>,
    changes: [string, string][],
    work: (port: number, app: Running) => Promise<void>,
  ) {
    await withApp(settings, async (running) => {
      const proxy = await startProxy("nginx", running.address, changes)
      await work(proxy.port, running).finally(() => proxy.stop())
    })
  }

  test("without AUTH_URL, Auth.js doesn't trust the host", async () => {
    await withTrap({}, [], async (port, { output }) => {
      expect(await faultsOf(port)).toEqual(["wrong: Auth.js refuses to work"])
      await expect.poll(output).toContain("UntrustedHost")
    })
  })

  const withoutProtocol: [string, string][] = [["proxy_set_header X-Forwarded-Proto $scheme;", ""]]
  const noHsts = "doubtful: Strict-Transport-Security is missing"

  test("AUTH_TRUST_HOST instead of AUTH_URL leaves the RP ID wrong", async () => {
    const trustsHost = { AUTH_TRUST_HOST: "true" }
    // What the server listens on.
    const rpId = `wrong: The RP ID is ${app.image.environment.HOSTNAME}, and the address is ${host}`
    await withTrap(trustsHost, [], async (port) => {
      expect(await faultsOf(port)).toEqual([rpId, noHsts])
    })
    await withTrap(trustsHost, withoutProtocol, async (port) => {
      expect(await faultsOf(port)).toEqual([
        rpId,
        "wrong: Auth.js treats your site as http",
        noHsts,
      ])
    })
  })

  test("with AUTH_URL, a missing X-Forwarded-Proto does no harm", async () => {
    await withTrap({ AUTH_URL: origin }, withoutProtocol, async (port) => {
      expect(await faultsOf(port)).toEqual([noHsts])
    })
  })

  test("with http in AUTH_URL, the cookies aren't secure and no passkey is accepted", async () => {
    await withTrap({ AUTH_URL: `http://${host}` }, [], async (port, { output }) => {
      expect(await faultsOf(port)).toEqual(["wrong: Auth.js treats your site as http", noHsts])
      await withBrowser(port, async (browser) => {
        const page = await browser.newPage()
        await VirtualAuthenticator.add(page)
        await register(page, "http@passkeys.example")
        const notice = page.getByText("We couldn't verify the response from your authenticator.")
        await expect(notice).toBeVisible({ timeout: 20_000 })
      })
      await expect
        .poll(output)
        .toContain(
          `Unexpected registration response origin \\"${origin}\\", expected \\"http://${host}\\"`,
        )
      const left = `SELECT COUNT(*) FROM "User" WHERE "email" = 'http@passkeys.example'`
      expect(Number((await rowsOf(app.url, left))[0]?.[0])).toBe(0)
    })
  })
})
