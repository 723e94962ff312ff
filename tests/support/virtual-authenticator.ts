import type { CDPSession, Page } from "@playwright/test"

/** A passkey as Chromium hands it out, with its private key: enough to put it somewhere else. */
export type Credential = Awaited<ReturnType<VirtualAuthenticator["credentials"]>>[number]

/** Chromium's virtual authenticator: a device that makes passkeys and verifies its user. */
export class VirtualAuthenticator {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  /**
   * Gives a page an authenticator. Each page has its own: what one makes, another tab does not have.
   *
   * @param transport `internal` is part of the device, `usb` is a security key beside it.
   */
  static async add(page: Page, transport: "internal" | "usb" = "internal") {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send("WebAuthn.enable")
    const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport,
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
    const { authenticatorId } = this
    await this.cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified })
  }

  /** Whether its user answers the prompt. When not, the prompt stays open. */
  async answers(enabled: boolean) {
    const { authenticatorId } = this
    await this.cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled })
  }

  async credentials() {
    const { authenticatorId } = this
    const { credentials } = await this.cdp.send("WebAuthn.getCredentials", { authenticatorId })
    return credentials
  }

  /** Puts passkeys into it, as a password manager does that came to this device. */
  async receive(credentials: Credential[]) {
    const { authenticatorId } = this
    for (const credential of credentials)
      await this.cdp.send("WebAuthn.addCredential", { authenticatorId, credential })
  }

  async clear() {
    const { authenticatorId } = this
    await this.cdp.send("WebAuthn.clearCredentials", { authenticatorId })
  }
}
