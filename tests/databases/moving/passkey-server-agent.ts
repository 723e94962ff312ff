import type { Circumstances, SoftwareAuthenticator } from "../../support/software-authenticator"
import { origin } from "../user-agent"
import { JsonAgent } from "./json-agent"

type Route = (request: Request, context: { params: Promise<{ step: string }> }) => Promise<Response>

/** A browser as the server of demo/recipes/move-to-simplewebauthn sees one. Answers are HTTP statuses. */
export class PasskeyServerAgent {
  readonly http: JsonAgent
  constructor(
    route: Route,
    public authenticator: SoftwareAuthenticator,
  ) {
    this.http = new JsonAgent((request) =>
      route(request, {
        params: Promise.resolve({ step: request.url.replace(/.*\//, "") }),
      }),
    )
  }

  /** @param again Sends the same response twice, and returns the second answer. */
  async signIn(deviations?: Partial<Circumstances>, again = false): Promise<number> {
    const { challenge } = await this.options("sign-in-options")
    const response = this.authenticator.get(challenge, deviations)
    const { status } = await this.http.send("/api/passkeys/sign-in", response)
    return again ? (await this.http.send("/api/passkeys/sign-in", response)).status : status
  }

  async register(deviations?: Partial<Circumstances>): Promise<number> {
    const { challenge } = await this.options("registration-options")
    const response = this.authenticator.create(challenge ?? "", deviations)
    return (await this.http.send("/api/passkeys/registration", response)).status
  }

  readonly post = (step: string, from = origin) => this.http.send(`/api/passkeys/${step}`, {}, from)

  private options = async (step: string) => (await this.post(step)).json()
}
