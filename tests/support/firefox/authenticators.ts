import { FirefoxAuthenticator, type Transport } from "./authenticator"
import { Marionette } from "./marionette"

/**
 * The virtual authenticators of one running Firefox. All its pages have the same, unlike Chromium's.
 */
export class FirefoxAuthenticators {
  private marionette: Promise<Marionette> | undefined
  private added: FirefoxAuthenticator[] = []

  /** @param port A free one, for Firefox to listen on. */
  constructor(private readonly port: number) {}

  /** What Playwright starts Firefox with, so that it can have them. */
  launchOptionsWith(preferences: Record<string, string | number | boolean>) {
    return {
      args: ["--marionette"],
      firefoxUserPrefs: {
        ...preferences,
        "marionette.port": this.port,
        "security.webauth.webauthn_enable_softtoken": true,
        // Else a ceremony also waits for a real security key.
        "security.webauth.webauthn_enable_usbtoken": false,
      },
    }
  }

  /** Gives Firefox an authenticator, beside those that it has. */
  async add(transport: Transport): Promise<FirefoxAuthenticator> {
    this.marionette ??= Marionette.connect(this.port)
    const authenticator = await FirefoxAuthenticator.add(await this.marionette, transport)
    this.added.push(authenticator)
    return authenticator
  }

  /** Takes them all away, so that the next test finds none. */
  async remove() {
    for (const authenticator of this.added.splice(0)) await authenticator.unplug()
  }

  /** Ends the connection, and Firefox with it: first close the browser. */
  async close() {
    if (this.marionette) (await this.marionette).close()
  }
}
