import type { SoftwareAuthenticator, Circumstances } from "../../support/software-authenticator"
import { JsonAgent, type Handler } from "./json-agent"

/** A browser as Better Auth sees one. Its answers are null, or what the page is told. */
export class BetterAuthAgent {
  readonly http: JsonAgent
  constructor(
    handler: Handler,
    public authenticator: SoftwareAuthenticator,
  ) {
    this.http = new JsonAgent(handler)
  }

  async signIn(deviations?: Partial<Circumstances>): Promise<string | null> {
    const options = await this.json("/api/auth/passkey/generate-authenticate-options")
    const response = this.authenticator.get(options.challenge, deviations)
    return this.errorOf("/api/auth/passkey/verify-authentication", { response })
  }

  async register(deviations?: Partial<Circumstances>): Promise<string | null> {
    const options = await this.json("/api/auth/passkey/generate-register-options")
    const response = this.authenticator.create(options.challenge, deviations)
    return this.errorOf("/api/auth/passkey/verify-registration", { response, name: "Schlüssel" })
  }

  async user(): Promise<{
    id: string
    email: string
    name: string
    emailVerified: boolean
  } | null> {
    return (await this.json("/api/auth/get-session"))?.user ?? null
  }

  passkeys = (): Promise<{ id: string; credentialID: string }[]> =>
    this.json("/api/auth/passkey/list-user-passkeys")

  removePasskey = (id: string) => this.errorOf("/api/auth/passkey/delete-passkey", { id })

  private json = async (path: string) => (await this.http.send(path)).json()

  private async errorOf(path: string, body: unknown): Promise<string | null> {
    const response = await this.http.send(path, body)
    return response.ok ? null : (await response.json()).message
  }
}
