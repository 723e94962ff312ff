import { test as base, expect, type CDPSession, type Locator } from "@playwright/test"

/** Chromium's virtual authenticator: a device that makes passkeys and verifies its user. */
class VirtualAuthenticator {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly id: string,
  ) {}

  static async add(cdp: CDPSession): Promise<VirtualAuthenticator> {
    await cdp.send("WebAuthn.enable")
    const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return new VirtualAuthenticator(cdp, authenticatorId)
  }

  /** Whether it recognises its user. */
  async verifiesUser(isUserVerified: boolean) {
    await this.cdp.send("WebAuthn.setUserVerified", { authenticatorId: this.id, isUserVerified })
  }

  /** Whether its user answers the prompt. When not, the prompt stays open. */
  async answers(enabled: boolean) {
    await this.cdp.send("WebAuthn.setAutomaticPresenceSimulation", {
      authenticatorId: this.id,
      enabled,
    })
  }

  async credentials() {
    const { credentials } = await this.cdp.send("WebAuthn.getCredentials", {
      authenticatorId: this.id,
    })
    return credentials
  }

  async clear() {
    await this.cdp.send("WebAuthn.clearCredentials", { authenticatorId: this.id })
  }

  async remove() {
    await this.cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: this.id })
  }
}

export type LiveDemo = {
  region: Locator
  button(name: string): Locator
}

export const test = base.extend<{ authenticator: VirtualAuthenticator; demo: LiveDemo }>({
  authenticator: async ({ page, context }, use) => {
    await use(await VirtualAuthenticator.add(await context.newCDPSession(page)))
  },
  demo: async ({ page }, use) => {
    const region = page.getByRole("region", { name: "Live demo" })
    await use({ region, button: (name) => region.getByRole("button", { name, exact: true }) })
  },
})

export { expect }
