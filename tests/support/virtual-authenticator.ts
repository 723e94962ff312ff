import type { Page } from "@playwright/test"
import {
  VirtualAuthenticator as ChromiumAuthenticator,
  type Credential,
} from "../../demo/recipes/testing/tests/passkeys/virtual-authenticator"
import { FirefoxAuthenticators } from "./firefox/authenticators"
import type { Transport } from "./firefox/authenticator"

export type { Credential }

/** What every browser's virtual authenticator can do. */
export type VirtualAuthenticator = Pick<ChromiumAuthenticator, keyof ChromiumAuthenticator>

/** The Firefox of this worker, once it has been started with virtual authenticators. */
let firefox: FirefoxAuthenticators | undefined

export const setFirefox = (running: FirefoxAuthenticators | undefined) => (firefox = running)

export const VirtualAuthenticator = {
  /**
   * Gives a page an authenticator, beside those that it has. In Chromium it's the one that readers drop
   * into their own tests (pages/testing.mdx), in Firefox all pages of the browser have it.
   *
   * @param transport `internal` is part of the device, `usb` is a security key.
   */
  async add(page: Page, transport: Transport = "internal"): Promise<VirtualAuthenticator> {
    if (page.context().browser()?.browserType().name() !== "firefox")
      return ChromiumAuthenticator.add(page, transport)
    if (!firefox) throw new Error("This Firefox was not started with virtual authenticators.")
    return firefox.add(transport)
  },
}
