import type { ChoiceName } from "../../components/choices"

export type SearchQuery = {
  words: string
  /** Addresses of the sections that answer it. The first result should be one of them. */
  answers: string[]
  /** The slug of an error whose page answers it too. */
  error?: string
  /** What the reader has chosen. Defaults: SQLite and npm. */
  chosen?: { [name in ChoiceName]?: string }
}

/**
 * What readers search for, with the sections that answer it. The first kinds were written before any
 * search library was tried, and the last two before the search knew words that mean the same. Error
 * messages are as a terminal shows them, also with values that the guide can't know.
 */
export const searchQueries: Record<string, SearchQuery[]> = {
  "error messages": [
    {
      words: "MissingAdapter: WebAuthn requires an adapter",
      answers: ["/configure#check-it", "/configure#authjs", "/existing-app#split-configuration"],
      error: "missing-adapter",
    },
    {
      words: "ExperimentalFeatureNotEnabled: WebAuthn is an experimental feature",
      answers: ["/configure#check-it", "/glossary#experimental-flag"],
      error: "experimental-feature-not-enabled",
    },
    {
      words:
        "There was a problem with the server configuration. Check the server logs for more information.",
      answers: ["/configure#check-it"],
      error: "server-configuration",
    },
    {
      words: "UntrustedHost: Host must be trusted. URL was: http://localhost:3000/api/auth/session",
      answers: ["/configure#check-it", "/configure#the-environment"],
      error: "untrusted-host",
    },
    {
      words:
        'Unexpected authentication response origin "http://localhost:3001", expected "https://shop.example"',
      answers: ["/domains#android", "/glossary#origin"],
      error: "unexpected-origin",
    },
    {
      words: "Response counter value 4 was lower than expected 5",
      answers: ["/glossary#signature-counter"],
      error: "counter-too-low",
    },
    {
      words: "String values for `userID` are no longer supported",
      answers: ["/install#why-exactly-these-versions", "/support-matrix#outside-the-ranges"],
      error: "user-id-must-be-bytes",
    },
    {
      words: "npm error ERESOLVE unable to resolve dependency tree",
      answers: ["/install#why-exactly-these-versions", "/support-matrix#outside-the-ranges"],
      error: "eresolve",
    },
    {
      words: "PrismaConfigEnvError: Cannot resolve environment variable: DATABASE_URL.",
      answers: ["/configure#check-it"],
      error: "prisma-config-env",
    },
    {
      words: "ERR_PNPM_IGNORED_BUILDS",
      chosen: { packageManager: "pnpm" },
      answers: [
        "/install#warnings-you-may-see",
        "/install#authjs-and-simplewebauthn",
        "/install#prisma",
        "/existing-app#install",
        "/drizzle#install-the-packages",
      ],
      error: "pnpm-ignored-builds",
    },
    {
      words: "The authenticator was previously registered",
      answers: ["/glossary#excludecredentials"],
      error: "already-registered",
    },
    {
      words: 'Provider id "passkey" does not refer to a WebAuthn provider.',
      answers: ["/support-matrix#sveltekit"],
      error: "wrong-sign-in-function",
    },
    {
      words: "The table `main.Authenticator` does not exist in the current database.",
      answers: ["/configure#check-it"],
      error: "table-does-not-exist",
    },
    {
      words:
        "[auth][error] MissingAdapterMethods: Required adapter methods were missing: getAccount",
      answers: [
        "/configure#check-it",
        "/other-adapters#what-authjs-asks-for",
        "/support-matrix#outside-the-ranges",
      ],
      error: "missing-adapter-methods",
    },
    {
      words: "Cannot find module 'next/server'",
      answers: ["/pages-router#configure-authjs"],
      error: "next-server-not-found",
    },
    {
      words: "unsupported startup parameter: statement_timeout",
      chosen: { database: "postgresql" },
      answers: ["/configure#the-environment", "/deploy/several-processes#poolers"],
    },
  ],
  "error messages with a typo": [
    {
      words: "MissingAdaper: WebAuthn requires an adapter",
      answers: ["/configure#check-it", "/configure#authjs", "/existing-app#split-configuration"],
      error: "missing-adapter",
    },
    {
      words: "UntrustedHsot",
      answers: ["/configure#check-it", "/configure#the-environment"],
      error: "untrusted-host",
    },
    {
      words: 'Unexpeted authentication response origin "X", expected "Y"',
      answers: ["/domains#android", "/glossary#origin"],
      error: "unexpected-origin",
    },
    {
      words: "counter value was lower then expected",
      answers: ["/glossary#signature-counter"],
      error: "counter-too-low",
    },
    {
      words: "authenticator was previosly registered",
      answers: ["/glossary#excludecredentials"],
      error: "already-registered",
    },
    {
      words: "PrismaConfigEnvEror",
      answers: ["/configure#check-it"],
      error: "prisma-config-env",
    },
  ],
  "names in code": [
    {
      words: "enableWebAuthn",
      answers: [
        "/configure#authjs",
        "/configure#check-it",
        "/glossary#experimental-flag",
        "/existing-app#add-the-provider",
      ],
    },
    {
      words: "getRelayingParty",
      answers: [
        "/domains#several-origins",
        "/options#relying-party",
        "/glossary#relying-party",
        "/glossary#rp-id",
        "/glossary#origin",
      ],
    },
    {
      words: "listAuthenticatorsByUserId",
      answers: ["/other-adapters#listauthenticatorsbyuseriduserid"],
    },
    { words: "excludeCredentials", answers: ["/glossary#excludecredentials"] },
    {
      words: "credentialBackedUp",
      answers: ["/glossary#backup-state", "/database#what-is-stored"],
    },
    { words: "AUTH_URL", answers: ["/options#environment", "/configure#the-environment"] },
    {
      words: "getUserInfo",
      answers: [
        "/options#users-and-verification",
        "/security#strangers",
        "/existing-app#who-may-create-an-account",
        "/extras#safe-registration",
      ],
    },
    { words: "usePasskeys", answers: ["/custom-sign-in-page#the-hook"] },
    { words: "rate-limiter-flexible", answers: ["/production#rate-limits"] },
    {
      words: "/api/auth/callback/passkey",
      answers: [
        "/configure#the-route-handler",
        "/glossary#registration",
        "/glossary#assertion",
        "/custom-sign-in-page#the-two-requests",
      ],
    },
    {
      words: "simpleWebAuthnBrowserVersion",
      answers: ["/options#the-built-in-page", "/options#the-version-needs-its-v"],
      error: "simplewebauthn-browser-version",
    },
    { words: "AUTH_SECRET_1", answers: ["/options#auth_secret_1-is-ignored"] },
    { words: "assetlinks.json", answers: ["/domains#android", "/domains#native-apps"] },
  ],
  "parts of names": [
    { words: "BackedUp", answers: ["/glossary#backup-state", "/database#what-is-stored"] },
    {
      words: "updateAuth",
      answers: ["/other-adapters#updateauthenticatorcountercredentialid-newcounter"],
    },
    {
      words: "auth trust host",
      answers: [
        "/options#any-value-trusts-the-host",
        "/options#environment",
        "/configure#the-environment",
      ],
    },
    {
      words: "ConditionalUI",
      answers: [
        "/options#autofill-needs-one-provider-and-one-field",
        "/glossary#conditional-ui",
        "/autofill",
        "/errors/duplicate-conditional-ui",
        "/errors/missing-webauthn-autocomplete",
      ],
    },
    {
      words: "deviceType",
      answers: ["/glossary#backup-eligible", "/database#what-is-stored"],
    },
    {
      words: "webauthn options",
      answers: [
        "/configure#the-route-handler",
        "/glossary#registration",
        "/glossary#excludecredentials",
        "/glossary#allowcredentials",
        "/what-happens#the-page-asks-for-options",
      ],
    },
  ],
  prose: [
    { words: "what is a passkey", answers: ["/#what-a-passkey-is", "/glossary#passkey"] },
    { words: "replay attack", answers: ["/security#single-use-challenges", "/security#holes"] },
    { words: "user enumeration", answers: ["/security#private-addresses"] },
    { words: "pre-hijacking", answers: ["/security#verified-address"] },
    { words: "phishing", answers: ["/security#what-passkeys-protect-from"] },
    { words: "CSRF token", answers: ["/security#csrf"] },
    { words: "end session when a passkey is removed", answers: ["/security#sessions"] },
    { words: "rate limit", answers: ["/production#rate-limits"] },
    { words: "delete expired sessions", answers: ["/production#expired-sessions"] },
    { words: "content security policy", answers: ["/production#send-the-headers"] },
    {
      words: "user lost their phone",
      answers: [
        "/recovery",
        "/recovery#recovery-codes",
        "/recovery#after-the-recovery",
        "/custom-sign-in-page#add-a-passkey",
        "/production#know-what-authjs-does-not-do",
      ],
    },
    { words: "recovery codes", answers: ["/recovery#recovery-codes"] },
    {
      words: "sign in with a link by e-mail",
      answers: ["/other-ways-in#a-link-by-e-mail", "/existing-app#links-by-e-mail"],
    },
    { words: "how do I undo the migration", answers: ["/database#undo-it"] },
    { words: "which browsers work", answers: ["/support-matrix#browsers"] },
    { words: "second passkey fails", answers: ["/database/older-table#unique-account"] },
    {
      words: "add passkeys to my app with github login",
      answers: [
        "/existing-app#oauth",
        "/existing-app#add-the-provider",
        "/existing-app",
        "/existing-app#give-people-their-first-passkey",
      ],
    },
    {
      words: "rp id subdomain",
      answers: [
        "/domains#subdomains",
        "/production#bind-passkeys-to-the-right-domain",
        "/what-happens#authjs-answers-with-a-challenge",
        "/glossary#rp-id",
      ],
    },
    { words: "related origins", answers: ["/domains#related-origins"] },
    { words: "preview deployments", answers: ["/domains#preview-deployments"] },
    { words: "move to better auth", answers: ["/move/better-auth"] },
    { words: "move to better auth with sql", answers: ["/move/better-auth-sql"] },
    { words: "move from simplewebauthn", answers: ["/move/from-simplewebauthn"] },
    { words: "virtual authenticator", answers: ["/testing", "/testing#in-the-browser"] },
  ],
  assistants: [
    {
      words: "skill for cursor or copilot",
      answers: ["/assistants#install-it", "/assistants#get-it", "/assistants"],
    },
    { words: "let an assistant write the code", answers: ["/assistants", "/assistants#use-it"] },
  ],
  "prose with a typo": [
    { words: "credentail id", answers: ["/glossary#credential-id"] },
    { words: "discoverble credential", answers: ["/glossary#discoverable-credential"] },
    { words: "sesion stratgy", answers: ["/glossary#session-strategy"] },
    {
      words: "enviroment variables",
      answers: [
        "/options#environment",
        "/configure#the-environment",
        "/drizzle#set-the-environment-variables",
      ],
    },
    { words: "attestion", answers: ["/glossary#attestation"] },
    { words: "singature counter", answers: ["/glossary#signature-counter"] },
  ],
  "databases and choices": [
    {
      words: "allowPublicKeyRetrieval",
      answers: ["/configure#the-environment"],
      error: "database-unreachable",
    },
    {
      words: "pgbouncer pooler",
      answers: ["/deploy/several-processes#poolers", "/configure#the-environment"],
    },
    { words: "dockerfile", answers: ["/deploy/docker", "/deploy/docker#the-image"] },
    { words: "nginx", answers: ["/deploy/proxy#nginx", "/deploy/proxy"] },
    { words: "caddy", answers: ["/deploy/proxy#caddy", "/deploy/proxy"] },
    { words: "systemd", answers: ["/deploy/node", "/deploy/node#unit"] },
    { words: "prometheus metrics", answers: ["/deploy/observe#metrics"] },
    { words: "request id", answers: ["/deploy/observe#request-log", "/deploy/observe#request-id"] },
    { words: "pg_dump backup", answers: ["/deploy/several-processes#backups"] },
    {
      words: "vercel preview",
      answers: ["/deploy/vercel#previews", "/domains#preview-deployments"],
    },
    {
      words: "varchar providerAccountId",
      chosen: { database: "mysql" },
      answers: [
        "/existing-app#add-to-the-schema",
        "/database#change-the-schema",
        "/database/from-scratch#save-the-schema",
        "/database#apply-the-sql-yourself",
      ],
    },
    {
      words: "MariaDB",
      answers: ["/support-matrix#databases", "/database/notes"],
    },
    {
      words: "turso token",
      answers: ["/configure#the-environment", "/configure#the-prisma-client"],
    },
    {
      words: "sql server nonclustered primary key",
      answers: [
        "/database#change-the-schema",
        "/database/notes",
        "/existing-app#add-to-the-schema",
      ],
    },
  ],
  "after reading the menu": [
    { words: "docker compose postgres", answers: ["/deploy/docker#with-postgresql-and-compose"] },
    {
      words: "rename a passkey",
      answers: [
        "/settings",
        "/settings#passkey-details",
        "/settings#rules",
        "/settings#the-endpoint",
        "/settings#the-list",
      ],
    },
    {
      words: "confirm before deleting the account",
      answers: [
        "/step-up",
        "/step-up#what-a-confirmation-is",
        "/step-up#change-the-address-delete-the-account",
      ],
    },
    { words: "ios app", answers: ["/domains#ios-and-macos", "/domains#native-apps"] },
    {
      words: "counter going back",
      answers: ["/break-it#counter-going-back", "/glossary#signature-counter"],
      error: "counter-too-low",
    },
    { words: "aaguid", answers: ["/glossary#aaguid", "/settings#passkey-details"] },
    {
      words: "is webauthn in auth.js stable",
      answers: [
        "/should-you-use-this",
        "/should-you-use-this#what-the-maintainers-say",
        "/should-you-use-this#what-experimental-has-meant-so-far",
      ],
    },
    { words: "health check", answers: ["/deploy/observe#health", "/deploy/docker#health"] },
    {
      words: "ask users to add a passkey after login",
      answers: [
        "/offer-a-passkey",
        "/offer-a-passkey#when-to-ask",
        "/offer-a-passkey#the-offer",
        "/existing-app#give-people-their-first-passkey",
      ],
    },
    { words: "doctor in ci", answers: ["/doctor#as-a-command"] },
  ],
  "in other words than the guide's": [
    {
      words: "login with passkey",
      answers: [
        "/quick-start",
        "/quick-start#sign-in",
        "/custom-sign-in-page",
        "/custom-sign-in-page#one-file-that-works",
        "/custom-sign-in-page#the-page",
        "/built-in-sign-in-page",
        "/built-in-sign-in-page#sign-in",
        "/what-happens#authentication",
      ],
    },
    {
      words: "log in without password",
      answers: ["/", "/#what-a-passkey-is", "/glossary#passkey", "/quick-start"],
    },
    {
      words: "logout",
      answers: [
        "/custom-sign-in-page#sign-out",
        "/custom-sign-in-page#add-a-passkey",
        "/existing-app#split-configuration",
        "/quick-start#add-a-home-page",
        "/security#sessions",
      ],
    },
    {
      words: "signup without email",
      answers: [
        "/existing-app#people-without-an-e-mail-address",
        "/other-ways-in#people-without-an-e-mail-address",
      ],
    },
    {
      words: "delete passkey",
      answers: [
        "/settings",
        "/settings#rules",
        "/settings#the-endpoint",
        "/settings#the-list",
        "/settings#after-a-removal",
        "/step-up#remove-a-passkey",
        "/break-it#deleted-passkey",
      ],
    },
    {
      words: "face id",
      answers: ["/glossary#user-verification", "/glossary#platform-authenticator"],
    },
    {
      words: "touch id",
      answers: ["/glossary#user-verification", "/glossary#platform-authenticator"],
    },
    {
      words: "windows hello",
      answers: [
        "/glossary#user-verification",
        "/glossary#platform-authenticator",
        "/database#what-is-special",
        "/options#registration",
        "/other-adapters#the-shape-of-a-row",
      ],
    },
    { words: "biometric", answers: ["/glossary#user-verification"] },
    {
      words: "yubikey",
      answers: [
        "/glossary#roaming-authenticator",
        "/glossary#authenticator",
        "/recovery#a-second-passkey",
      ],
    },
    { words: "2fa", answers: ["/step-up", "/step-up#what-a-confirmation-is"] },
    { words: "mfa", answers: ["/step-up", "/step-up#what-a-confirmation-is"] },
    {
      words: "passwordless",
      answers: ["/", "/#what-a-passkey-is", "/glossary#passkey", "/quick-start"],
    },
    {
      words: "ngrok",
      answers: [
        "/errors/insecure-context#fix",
        "/errors/invalid-domain#causes",
        "/errors/invalid-domain#fix",
      ],
    },
    {
      words: "magic link and passkey",
      answers: [
        "/other-ways-in#a-link-by-e-mail",
        "/existing-app#links-by-e-mail",
        "/recovery#a-link-by-e-mail",
      ],
    },
    {
      words: "account recovery",
      answers: ["/recovery", "/recovery#recovery-codes", "/recovery#after-the-recovery"],
    },
    {
      words: "lost phone",
      answers: ["/recovery", "/recovery#a-second-passkey", "/recovery#recovery-codes"],
    },
    { words: "resident key", answers: ["/glossary#discoverable-credential"] },
    { words: "brute force", answers: ["/production#rate-limits"] },
    { words: "rate limiter", answers: ["/production#rate-limits"] },
    {
      words: "load balancer with two instances",
      answers: ["/deploy/several-processes", "/deploy/several-processes#what-processes-share"],
    },
  ],
  tasks: [
    { words: "localhost https", answers: [], error: "insecure-context" },
    {
      words: "test on my phone",
      answers: [
        "/errors/insecure-context#fix",
        "/errors/invalid-domain#causes",
        "/errors/invalid-domain#fix",
      ],
    },
    { words: "android webview", answers: ["/domains#android", "/domains#native-apps"] },
    { words: "ios", answers: ["/domains#ios-and-macos", "/domains#native-apps"] },
    {
      words: "prisma 6",
      answers: ["/existing-app#prisma-5-and-6", "/support-matrix#versions-that-work-together"],
    },
    {
      words: "mongodb",
      answers: [
        "/database/notes",
        "/database/from-scratch#create-the-tables",
        "/database/from-scratch#the-sql",
        "/database#apply-it",
        "/support-matrix#databases",
      ],
    },
    {
      words: "edge runtime middleware",
      answers: ["/existing-app#split-configuration"],
      error: "edge-runtime",
    },
    { words: "auth0", answers: ["/should-you-use-this#what-you-can-move-later"] },
    {
      words: "attestation",
      answers: ["/glossary#attestation", "/options#registration", "/extras#verification"],
    },
    { words: "user handle", answers: ["/glossary#user-handle", "/signals#the-user-handle"] },
    {
      words: "allowCredentials",
      answers: ["/glossary#allowcredentials", "/security#private-addresses"],
    },
    {
      words: "CSP unpkg",
      answers: [
        "/production#the-built-in-page",
        "/built-in-sign-in-page#its-limits",
        "/options#the-built-in-page",
      ],
      error: "blocked-by-csp",
    },
    { words: "delete account", answers: ["/step-up#change-the-address-delete-the-account"] },
    {
      words: "cloned authenticator",
      answers: ["/glossary#signature-counter", "/break-it#counter-going-back"],
    },
    {
      words: "share passkeys between two domains",
      answers: ["/domains", "/domains#several-origins", "/domains#related-origins"],
    },
    { words: "e2e test in playwright", answers: ["/testing", "/testing#in-the-browser"] },
  ],
}
