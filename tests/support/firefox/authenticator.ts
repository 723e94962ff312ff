import type { Credential } from "../../../demo/recipes/testing/tests/passkeys/virtual-authenticator"
import type { Marionette } from "./marionette"

export type Transport = "internal" | "usb"

/** WebDriver's texts are base64url (WebAuthn L3 §11.5), those of the DevTools Protocol are base64. */
const toBase64url = (base64: string) => Buffer.from(base64, "base64").toString("base64url")
const toBase64 = (base64url: string) => Buffer.from(base64url, "base64url").toString("base64")

/**
 * Firefox's virtual authenticator, with the methods and the credentials of Chromium's. It tells
 * its counter before it counts, and isn't offered by autofill.
 *
 * WebAuthn L3 §11 has its commands. Playwright doesn't send them: `marionette` does.
 */
export class FirefoxAuthenticator {
  /** `undefined` while it's unplugged. */
  private authenticatorId: string | undefined
  /** What it has, while it's unplugged. */
  private kept: Credential[] = []
  private isUserVerified = true

  private constructor(
    private readonly marionette: Marionette,
    private readonly transport: Transport,
  ) {}

  /** Gives a Firefox an authenticator that creates passkeys, verifies its user and asks nobody. */
  static async add(marionette: Marionette, transport: Transport) {
    const authenticator = new FirefoxAuthenticator(marionette, transport)
    await authenticator.plugIn()
    return authenticator
  }

  /** Whether it recognizes its user. If not, a ceremony fails with `NotAllowedError`. */
  async verifiesUser(isUserVerified: boolean) {
    this.isUserVerified = isUserVerified
    await this.send("SetUserVerified", { isUserVerified })
  }

  /**
   * Whether its user answers the prompt. Firefox can't change that later: one that doesn't answer is
   * unplugged. Without any, a ceremony fails at once with `NotAllowedError`.
   */
  async answers(enabled: boolean) {
    if (!enabled) {
      this.kept = await this.credentials()
      await this.unplug()
    } else if (!this.authenticatorId) {
      await this.plugIn()
      await this.receive(this.kept.splice(0))
    }
  }

  /** The passkeys that it has. */
  async credentials(): Promise<Credential[]> {
    if (!this.authenticatorId) return this.kept
    const credentials = (await this.send("GetCredentials", {})) as Credential[]
    return credentials.map((credential) => ({ ...credential, ...bytes(credential, toBase64) }))
  }

  /** Puts passkeys into it. */
  async receive(credentials: Credential[]) {
    for (const credential of credentials)
      await this.send("AddCredential", {
        credentials: { ...credential, ...bytes(credential, toBase64url) },
      })
  }

  /** Sets the signature counter of every passkey. */
  async setSignCount(signCount: number) {
    const credentials = await this.credentials()
    await this.clear()
    await this.receive(credentials.map((credential) => ({ ...credential, signCount })))
  }

  /** Deletes its passkeys. */
  async clear() {
    this.kept = []
    if (this.authenticatorId) await this.send("RemoveAllCredentials", {})
  }

  /** Takes it away, with its passkeys. */
  async unplug() {
    if (this.authenticatorId) await this.send("RemoveVirtualAuthenticator", {})
    this.authenticatorId = undefined
  }

  private async plugIn() {
    this.authenticatorId = (await this.marionette.send("WebAuthn:AddVirtualAuthenticator", {
      protocol: "ctap2",
      transport: this.transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserConsenting: true,
      isUserVerified: this.isUserVerified,
    })) as string
  }

  private send(command: string, parameters: object) {
    const { authenticatorId } = this
    return this.marionette.send(`WebAuthn:${command}`, { authenticatorId, ...parameters })
  }
}

/** The parts of a credential that are bytes, written in another way. */
const bytes = (
  { credentialId, privateKey, userHandle = "" }: Credential,
  write: (text: string) => string,
) => ({
  credentialId: write(credentialId),
  privateKey: write(privateKey),
  userHandle: write(userHandle),
})
