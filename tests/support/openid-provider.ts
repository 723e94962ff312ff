import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import Provider from "oidc-provider"

/** What an OpenID provider says of a person. */
export type Person = { sub: string; email?: string; email_verified?: boolean; name?: string }

/**
 * Starts a certified OpenID provider on 127.0.0.1, which knows one client and asks nobody for a password.
 *
 * @param redirectUri Where the client gets its codes.
 * @returns Its issuer, the client's id and secret, and how to choose who is signed in to it.
 */
export async function startOpenIdProvider(redirectUri: string) {
  const people = new Map<string, Person>()
  const client = { clientId: "app", clientSecret: "a secret of a test, and of nothing else" }
  const server = createServer()
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let current = ""

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
      },
    ],
    // As most providers do, it puts the claims of a scope into the ID token.
    conformIdTokenClaims: false,
    claims: {
      openid: ["sub"],
      email: ["email", "email_verified"],
      profile: ["name"],
    },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["a key of a test"] },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ ...people.get(accountId), sub: accountId }),
    }),
  })
  const serve = provider.callback()
  server.on("request", async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return serve(request, response)
    const { prompt, params, session } = await provider.interactionDetails(request, response)
    if (prompt.name === "login")
      return provider.interactionFinished(request, response, { login: { accountId: current } })
    const grant = new provider.Grant({
      accountId: session?.accountId,
      clientId: String(params.client_id),
    })
    grant.addOIDCScope("openid email profile")
    const consent = { grantId: await grant.save() }
    return provider.interactionFinished(request, response, { consent })
  })

  return {
    issuer,
    ...client,
    /** From now on, whoever comes is this person. */
    signInAs(person: Person) {
      people.set(person.sub, person)
      current = person.sub
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    },
  }
}
