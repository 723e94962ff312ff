import { defineConfig, type PlaywrightTestConfig } from "@playwright/test"
import { chromiumArguments } from "./tests/support/chromium"
import { hasMariadb } from "./tests/support/mariadb-server"
import { firefoxPath } from "./tests/support/firefox/installed"

// tests/support/global-setup.ts sets these before a worker reads them.
const { CHROMIUM, SITE_SQLITE, SITE_POSTGRESQL, SITE_MARIADB } = process.env

const site = (baseURL: string | undefined): PlaywrightTestConfig["use"] => ({
  baseURL,
  launchOptions: { executablePath: CHROMIUM, args: chromiumArguments },
})

/** The tests that the database could change. The others are about the browser: once is enough. */
const stored = /(ceremonies|erasing|rows|several-passkeys)\.spec\.ts$/

/** What runs in Firefox too, but for the tests with the tag `@chromium`. They say why. */
const inFirefox = [
  "e2e/{break-it,built-in-page,capabilities,ceremonies,erasing,keyboard,navigation}.spec.ts",
  "e2e/{practice,refusals,rows,several-passkeys,sign-in-form,step-up,walkthrough,your-passkeys}.spec.ts",
  "guide/{chooser,demo-sheet,menu,pages,phone}.spec.ts",
  "firefox/*.spec.ts",
]

export default defineConfig({
  globalSetup: "./tests/support/global-setup.ts",
  outputDir: "test-results",
  // vitest's files are called *.test.ts.
  testMatch: "**/*.spec.ts",
  // With one more than a small machine has cores, apps took so long to start that tests of time failed.
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // A shared machine may stall for longer than a browser waits. What needed it is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: "list",
  timeout: 30_000,
  // A trace copies the whole document at every step. Recorded for each test, it took more than half of
  // the run. Without a retry, `--trace on` records one.
  use: { trace: "on-first-retry", screenshot: "only-on-failure" },
  projects: [
    // These two install and build apps, which takes minutes. They begin first, so that none of them is left at
    // the end while a core has no work.
    // Follows the pages in an empty folder outside the checkout.
    { name: "reader", testDir: "tests/reader", use: site(SITE_SQLITE) },
    // An app of its own: the site is only there because it always is.
    { name: "starter", testDir: "tests/starter", use: site(SITE_SQLITE) },
    { name: "sqlite", testDir: "tests/e2e", use: site(SITE_SQLITE) },
    { name: "postgresql", testDir: "tests/e2e", testMatch: stored, use: site(SITE_POSTGRESQL) },
    ...(hasMariadb()
      ? [{ name: "mariadb", testDir: "tests/e2e", testMatch: stored, use: site(SITE_MARIADB) }]
      : []),
    { name: "guide", testDir: "tests/guide", use: site(SITE_SQLITE) },
    {
      name: "firefox",
      testDir: "tests",
      testMatch: inFirefox,
      grepInvert: /@chromium/,
      // A press of a key takes longer.
      timeout: 60_000,
      use: {
        baseURL: SITE_SQLITE,
        browserName: "firefox",
        // The Firefox that is installed, by WebDriver BiDi: not one that Playwright has patched.
        channel: "moz-firefox",
        launchOptions: { executablePath: firefoxPath },
      },
    },
  ],
})
