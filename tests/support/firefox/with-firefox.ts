import { firefox, type Page } from "@playwright/test"
import { freePort } from "../postgresql-server"
import { setFirefox } from "../virtual-authenticator"
import { FirefoxAuthenticators } from "./authenticators"
import { firefoxPath } from "./installed"

/** Does something in a Firefox of its own, which can have virtual authenticators, and closes it. */
export async function withFirefox(work: (page: Page) => Promise<void>) {
  const authenticators = new FirefoxAuthenticators(await freePort())
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath: firefoxPath,
    ...authenticators.launchOptionsWith({}),
  })
  setFirefox(authenticators)
  try {
    await work(await browser.newPage())
  } finally {
    await browser.close()
    await authenticators.close()
    setFirefox(undefined)
  }
}
