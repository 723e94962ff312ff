import type { NextAuthConfig } from "next-auth"
import type { OIDCConfig } from "next-auth/providers"

/** Claims of the ID token. OpenID Connect Core 1.0 §5.1. */
type Claims = {
  sub: string
  name?: string
  email?: string
  email_verified?: boolean
}

/** Your OpenID provider. */
export const openIdConnect: OIDCConfig<Claims> = {
  id: "company",
  name: "Company",
  type: "oidc",
  issuer: process.env.OPENID_ISSUER,
  clientId: process.env.OPENID_CLIENT_ID,
  clientSecret: process.env.OPENID_CLIENT_SECRET,
  checks: ["pkce", "state", "nonce"],
}

type SignInCallback = NonNullable<
  NonNullable<NextAuthConfig["callbacks"]>["signIn"]
>

/**
 * A `signIn` callback that refuses people whose OpenID provider doesn't
 * confirm their e-mail address: `error=AccessDenied`. Auth.js doesn't
 * look at `email_verified`.
 */
export const requireVerifiedEmail: SignInCallback = ({
  account,
  profile,
}) => account?.type !== "oidc" || profile?.email_verified === true
