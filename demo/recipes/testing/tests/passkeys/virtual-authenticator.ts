import type { CDPSession, Page } from "@playwright/test"

/**
 * A passkey as Chromium returns it, with its private key: enough to put
 * it into another authenticator.
 */
export type Credential = Awaited<
  ReturnType<VirtualAuthenticator["credentials"]>
>[number]

/**
 * Chromium's virtual authenticator: it creates passkeys, verifies its
 * user, and answers every prompt without a click. Chromium only: other
 * browsers don't have the WebAuthn domain of the DevTools Protocol.
 *
 * https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/
 */
export class VirtualAuthenticator {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  /**
   * Gives a page an authenticator. Each page has its own: another tab
   * doesn't have the passkeys of this one. A second call gives the page
   * a second authenticator.
   *
   * @param transport `internal` is part of the device, `usb` is a
   * security key.
   */
  static async add(
    page: Page,
    transport: "internal" | "usb" = "internal",
  ) {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send("WebAuthn.enable")
    const { authenticatorId } = await cdp.send(
      "WebAuthn.addVirtualAuthenticator",
      {
        options: {
          protocol: "ctap2",
          transport,
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      },
    )
    return new VirtualAuthenticator(cdp, authenticatorId)
  }

  /**
   * Whether it recognizes its user. If not, a ceremony that requires
   * user verification fails with `NotAllowedError`, as when a person
   * closes the prompt.
   */
  async verifiesUser(isUserVerified: boolean) {
    const { authenticatorId } = this
    await this.cdp.send("WebAuthn.setUserVerified", {
      authenticatorId,
      isUserVerified,
    })
  }

  /**
   * Whether its user answers the prompt. If not, the prompt stays open.
   */
  async answers(enabled: boolean) {
    const { authenticatorId } = this
    await this.cdp.send("WebAuthn.setAutomaticPresenceSimulation", {
      authenticatorId,
      enabled,
    })
  }

  /** The passkeys that it has. */
  async credentials() {
    const { authenticatorId } = this
    const { credentials } = await this.cdp.send(
      "WebAuthn.getCredentials",
      { authenticatorId },
    )
    return credentials
  }

  /**
   * Puts passkeys into it, as a password manager does that syncs to
   * this device.
   */
  async receive(credentials: Credential[]) {
    const { authenticatorId } = this
    for (const credential of credentials)
      await this.cdp.send("WebAuthn.addCredential", {
        authenticatorId,
        credential,
      })
  }

  /**
   * Sets the signature counter of every passkey. The next sign-in
   * reports this number plus one: WebAuthn L3 §6.1.1.
   */
  async setSignCount(signCount: number) {
    const credentials = await this.credentials()
    await this.clear()
    await this.receive(
      credentials.map((credential) => ({ ...credential, signCount })),
    )
  }

  /** Deletes its passkeys. */
  async clear() {
    const { authenticatorId } = this
    await this.cdp.send("WebAuthn.clearCredentials", {
      authenticatorId,
    })
  }
}
