import { customFetch, type NextAuthConfig } from "next-auth"

/**
 * An OAuth provider that says of everybody that they have this address. Auth.js's requests to it are
 * answered here. It's one that the app trusts to verify addresses.
 */
export function oauthProvider(emailOf: () => string): NextAuthConfig["providers"][number] {
  const site = "https://provider.example"
  const answer = async (input: URL | RequestInfo) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    return Response.json(
      pathname === "/token"
        ? { access_token: "token", token_type: "bearer" }
        : { id: emailOf(), email: emailOf() },
    )
  }
  return {
    id: "provider",
    type: "oauth",
    name: "Provider",
    clientId: "client",
    clientSecret: "secret",
    checks: ["state"],
    authorization: `${site}/authorize`,
    token: `${site}/token`,
    userinfo: `${site}/userinfo`,
    allowDangerousEmailAccountLinking: true,
    profile: ({ id, email }: { id: string; email: string }) => ({ id, email }),
    options: { [customFetch]: answer },
  } as NextAuthConfig["providers"][number]
}
