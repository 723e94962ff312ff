/** Mistakes in the configuration of Auth.js. */
export const configurationTexts = {
  "next-auth-not-called": {
    title: "NextAuth() is never called",
    reason:
      "{} exports the configuration itself, so the route has no handlers and every request to /api/auth fails.",
    fix: "export const { handlers, auth, signIn, signOut } = NextAuth({ … })",
  },
  "webauthn-not-enabled": {
    title: "Passkeys aren't enabled",
    reason: "With {} in the configuration, every request fails until the experimental flag is set.",
    fix: "Add experimental: { enableWebAuthn: true } to the configuration.",
    error: "experimental-feature-not-enabled",
  },
  "adapter-missing": {
    title: "There is no adapter",
    reason: "Passkeys are stored in a database. Without an adapter, every request fails.",
    fix: "Add adapter: PrismaAdapter(prisma) to the configuration.",
    error: "missing-adapter",
  },
  "passkey-in-split-config": {
    title: "The proxy's configuration has a passkey provider and no adapter",
    reason:
      "{} runs with this configuration before every page, and fails there with MissingAdapter.",
    fix: "Move the provider and experimental.enableWebAuthn from auth.config.ts to auth.ts, which has the adapter.",
    error: "missing-adapter",
  },
  "adapter-without-methods": {
    title: "The adapter doesn't support passkeys: {}",
    reason:
      "Auth.js requires five more methods for passkeys: getAccount, getAuthenticator, createAuthenticator, listAuthenticatorsByUserId and updateAuthenticatorCounter.",
    fix: "Use @auth/prisma-adapter, @auth/drizzle-adapter or @auth/unstorage-adapter, or add the methods.",
    error: "missing-adapter-methods",
  },
  "credentials-with-database-sessions": {
    title: "Credentials don't work with database sessions",
    reason:
      "With an adapter, sessions are kept in the database by default. People who sign in with a password then get no session, and no error is reported.",
    fix: 'Add session: { strategy: "jwt" } to the configuration.',
  },
  "sign-in-callback-returns-url": {
    title: "The signIn callback returns an address",
    reason: "Auth.js ignores it for passkeys: the person is signed in anyway.",
    fix: "Return false, or add the extra Strict sign-in from the Security page.",
    error: "access-denied",
  },
  "dangerous-email-linking": {
    title: "{} links accounts by their e-mail address",
    reason:
      "Anyone can register a passkey with an address that isn't theirs. When its owner signs in here, both share the account.",
    fix: "Remove allowDangerousEmailAccountLinking. Let people link accounts while they are signed in.",
    error: "account-not-linked",
  },
  "options-replace-defaults": {
    title: "{} replaces the defaults",
    reason:
      "Auth.js doesn't merge your options with its own. What you leave out is gone: the passkey may not be discoverable, and user verification isn't requested, although it's required afterwards.",
    fix: 'Repeat the defaults: authenticatorSelection: { residentKey: "required", userVerification: "required" } for registrationOptions, and userVerification: "required" for authenticationOptions.',
    error: "user-verification-required",
  },
  "relying-party-localhost": {
    title: "The relying party is {}",
    reason:
      "It stays that way in production. Browsers refuse an RP ID that isn't the page's domain or one above it, and Auth.js refuses any other origin.",
    fix: "Remove relayingParty, and set AUTH_URL. The RP ID and the origin are derived from it.",
    error: "rp-id-not-for-this-domain",
  },
  "rp-id-public-suffix": {
    title: "The RP ID {} is a public suffix",
    reason:
      "Everybody can get a name under a public suffix, so browsers refuse it as an RP ID, with SecurityError.",
    fix: "Use your own name under it, such as my-app.vercel.app under vercel.app, or your own domain.",
    error: "rp-id-not-for-this-domain",
  },
  "relying-party-several": {
    title: "Only the first {} is used",
    reason: "Auth.js uses the first element of the list and ignores the others.",
    fix: "Use getRelayingParty to choose one for each request.",
    error: "unexpected-origin",
  },
  "browser-version-without-v": {
    title: "simpleWebAuthnBrowserVersion is {}",
    reason: "Auth.js requires a v before the number. Without it, every request fails.",
    fix: 'Write it as "v9.0.1".',
    error: "simplewebauthn-browser-version",
  },
  "two-conditional-uis": {
    title: "Two providers have autofill",
    reason:
      "enableConditionalUI is true by default, but only one provider may have it. Every request fails.",
    fix: "Set enableConditionalUI: false on all but one provider.",
    error: "duplicate-conditional-ui",
  },
  "autocomplete-missing": {
    title: "No field has autocomplete with webauthn",
    reason:
      "Your formFields replace the default field. With enableConditionalUI, which is true by default, every request fails.",
    fix: 'Add autocomplete: "username webauthn" to the field, or set enableConditionalUI: false.',
    error: "missing-webauthn-autocomplete",
  },
}
