import type { Input } from "../../../demo/live/doctor/input"
import type { FindingId } from "../../../demo/live/doctor/finding-texts"
import { existingApps, starter, starterWith, type Files } from "./apps"

/** An app in which nothing is wrong, and one mistake in it. */
export type Mistake = {
  /** What somebody did. */
  mistake: string
  app: keyof typeof healthyApps
  /** What stands there, and what stands there then. */
  edits?: Record<string, [find: string, replace: string][]>
  /** Files that are added. */
  adds?: Record<string, string>
  input?: Omit<Input, "files">
  /** The one thing that the doctor finds, and where. */
  finds: FindingId
  file: string
}

export const healthyApps = {
  starter: () => starter("sqlite"),
  "starter on MySQL": () => starter("mysql"),
  "starter on SQL Server": () => starter("sqlserver"),
  "starter on PostgreSQL": () => starter("postgresql"),
  "starter with its own sign-in page": () => starter("sqlite", { signIn: "custom" }),
  "split configuration": () => starterWith("split-config"),
  "Drizzle on MySQL": () => starterWith("drizzle-mysql"),
  "Drizzle on PostgreSQL": () => starterWith("drizzle-postgresql"),
  "existing app with passwords": async () => existingApps["passwords and links, with passkeys"](),
} satisfies Record<string, () => Promise<Files>>

const schema = "prisma/schema.prisma"
const address = "https://app.example.com"
const provider = (options: string): Mistake["edits"] => ({
  "auth.ts": [["[Passkey]", `[Passkey(${options})]`]],
})
const config = (property: string): Mistake["edits"] => ({
  "auth.ts": [["  providers:", `  ${property},\n  providers:`]],
})
const replaced = (path: string, find: string, replace: string): Mistake["edits"] => ({
  [path]: [[find, replace]],
})
const headers = (name: string, value: string, source = "/:path*") => ({
  "next.config.ts": `export default {
  async headers() {
    return [{ source: "${source}", headers: [{ key: "${name}", value: "${value}" }] }]
  },
}
`,
})

export const mistakes: Mistake[] = [
  // package.json
  {
    mistake: "Auth.js 4, which npm calls latest",
    app: "starter",
    edits: replaced("package.json", '"next-auth": "5.0.0-beta.32"', '"next-auth": "^4.24.0"'),
    finds: "next-auth-too-old",
    file: "package.json",
  },
  {
    mistake: "an older beta of Auth.js 5",
    app: "starter",
    edits: replaced("package.json", "5.0.0-beta.32", "5.0.0-beta.9"),
    finds: "next-auth-too-old",
    file: "package.json",
  },
  {
    mistake: "the newest SimpleWebAuthn on the server",
    app: "starter",
    edits: replaced("package.json", '/server": "9.0.3"', '/server": "^13.1.0"'),
    finds: "simplewebauthn-not-9",
    file: "package.json",
  },
  {
    mistake: "the newest SimpleWebAuthn in the browser",
    app: "starter",
    edits: replaced("package.json", '/browser": "9.0.1"', '/browser": "latest"'),
    finds: "simplewebauthn-not-9",
    file: "package.json",
  },
  {
    mistake: "no SimpleWebAuthn on the server",
    app: "starter",
    edits: replaced("package.json", '    "@simplewebauthn/server": "9.0.3",\n', ""),
    finds: "simplewebauthn-missing",
    file: "package.json",
  },
  {
    mistake: "no SimpleWebAuthn in the browser, and a page that needs it",
    app: "starter",
    edits: replaced("package.json", '    "@simplewebauthn/browser": "9.0.1",\n', ""),
    adds: {
      "app/login/page.tsx": 'import { signIn } from "next-auth/webauthn"\n\nsignIn("passkey")\n',
    },
    finds: "simplewebauthn-missing",
    file: "package.json",
  },
  {
    mistake: "the misspelt package in package.json",
    app: "starter",
    edits: replaced("package.json", '"next":', '"@simplewebauth/browser": "9.0.1",\n    "next":'),
    finds: "misspelt-package",
    file: "package.json",
  },
  {
    mistake: "the misspelt package in an import",
    app: "starter",
    adds: { "app/button.tsx": 'import { startAuthentication } from "@simplewebauth/browser"\n' },
    finds: "misspelt-package",
    file: "app/button.tsx",
  },
  {
    mistake: "an adapter without passkeys' methods",
    app: "starter",
    edits: replaced(
      "package.json",
      '"@auth/prisma-adapter": "2.11.3"',
      '"@auth/prisma-adapter": "1.2.0"',
    ),
    finds: "prisma-adapter-too-old",
    file: "package.json",
  },
  {
    mistake: "the adapter of NextAuth.js 4",
    app: "starter",
    edits: replaced(
      "package.json",
      '"next":',
      '"@next-auth/prisma-adapter": "1.0.7",\n    "next":',
    ),
    finds: "prisma-adapter-too-old",
    file: "package.json",
  },
  {
    mistake: "Prisma's command in another version than its client",
    app: "starter",
    edits: replaced("package.json", '"prisma": "7.10.0"', '"prisma": "6.19.3"'),
    finds: "prisma-versions-differ",
    file: "package.json",
  },
  {
    mistake: "a driver adapter in another version than the client",
    app: "starter",
    edits: replaced(
      "package.json",
      '"@prisma/adapter-libsql": "7.10.0"',
      '"@prisma/adapter-libsql": "7.9.0"',
    ),
    finds: "prisma-versions-differ",
    file: "package.json",
  },
  // The Prisma client
  {
    mistake: "a Prisma 7 client without a driver adapter",
    app: "starter",
    edits: replaced(
      "prisma.ts",
      "    adapter: new PrismaLibSql({ url: process.env.DATABASE_URL! }),\n",
      "",
    ),
    finds: "prisma-without-driver-adapter",
    file: "prisma.ts",
  },
  {
    mistake: "the client imported from its package, not from where it's generated",
    app: "starter",
    edits: replaced("prisma.ts", '"./generated/prisma/client"', '"@prisma/client"'),
    finds: "prisma-client-import",
    file: "prisma.ts",
  },
  // The schema
  {
    mistake: "url = env() in the schema, with Prisma 7",
    app: "starter",
    edits: replaced(schema, '"sqlite"\n', '"sqlite"\n  url      = env("DATABASE_URL")\n'),
    finds: "schema-connection-url",
    file: schema,
  },
  {
    mistake: "no Session model, with sessions in the database",
    app: "starter",
    edits: {
      [schema]: [
        ["model Session {", "model Visit {"],
        ["sessions       Session[]", "sessions       Visit[]"],
      ],
    },
    finds: "model-missing",
    file: schema,
  },
  {
    mistake: "no Authenticator model",
    app: "starter",
    edits: {
      [schema]: [
        ["model Authenticator {", "model Passkey {"],
        ["authenticators Authenticator[]", "authenticators Passkey[]"],
      ],
    },
    finds: "model-missing",
    file: schema,
  },
  {
    mistake: "a column of Authenticator left out",
    app: "starter",
    edits: replaced(schema, "  credentialDeviceType String\n", ""),
    finds: "column-missing",
    file: schema,
  },
  {
    mistake: "the public key as bytes",
    app: "starter",
    edits: replaced(schema, "credentialPublicKey  String", "credentialPublicKey  Bytes"),
    finds: "column-type",
    file: schema,
  },
  {
    mistake: "transports as a list",
    app: "starter on PostgreSQL",
    edits: replaced(schema, "transports           String?", "transports           String[]"),
    finds: "column-type",
    file: schema,
  },
  {
    mistake: "transports required",
    app: "starter",
    edits: replaced(schema, "transports           String?", "transports           String"),
    finds: "column-required",
    file: schema,
  },
  {
    mistake: "a required column that Auth.js doesn't know",
    app: "starter",
    edits: replaced(schema, "model Authenticator {\n", "model Authenticator {\n  label String\n"),
    finds: "column-required",
    file: schema,
  },
  {
    mistake: "no relation between Authenticator and User",
    app: "starter",
    edits: {
      [schema]: [
        ["  authenticators Authenticator[]\n", ""],
        [
          "  transports           String?\n  user                 User    @relation(fields: [userId], references: [id], onDelete: Cascade)\n",
          "  transports           String?\n",
        ],
      ],
    },
    finds: "relation-missing",
    file: schema,
  },
  {
    mistake: "Account.userId unique, so that a user has one passkey",
    app: "starter",
    edits: replaced(
      schema,
      "model Account {\n  userId            String\n",
      "model Account {\n  userId            String @unique\n",
    ),
    finds: "account-user-id-unique",
    file: schema,
  },
  {
    mistake: "Authenticator.userId unique",
    app: "starter",
    edits: replaced(
      schema,
      "@unique\n  userId               String\n",
      "@unique\n  userId               String @unique\n",
    ),
    finds: "authenticator-user-id-unique",
    file: schema,
  },
  {
    mistake: "credentialID without @unique",
    app: "starter",
    edits: replaced(schema, "credentialID         String  @unique", "credentialID         String"),
    finds: "credential-id-not-unique",
    file: schema,
  },
  {
    mistake: "Account with an id, and no key for the pair",
    app: "starter",
    edits: {
      [schema]: [
        ["model Account {\n", "model Account {\n  id String @id @default(cuid())\n"],
        ["  @@id([provider, providerAccountId])\n", ""],
      ],
    },
    finds: "account-not-unique",
    file: schema,
  },
  {
    mistake: "the pair in the other order, which names the key differently",
    app: "starter",
    edits: replaced(
      schema,
      "@@id([provider, providerAccountId])",
      "@@id([providerAccountId, provider])",
    ),
    finds: "account-not-unique",
    file: schema,
  },
  {
    mistake: "User.email without @unique",
    app: "starter",
    edits: replaced(schema, "String?         @unique", "String?"),
    finds: "column-not-unique",
    file: schema,
  },
  {
    mistake: "the counter as Int",
    app: "starter",
    edits: replaced(schema, "BigInt", "Int"),
    finds: "counter-too-small",
    file: schema,
  },
  {
    mistake: "the counter as an integer, in Drizzle's migration",
    app: "Drizzle on PostgreSQL",
    edits: replaced("drizzle/0001_passkeys.sql", '"counter" bigint', '"counter" integer'),
    finds: "counter-too-small",
    file: "drizzle/0001_passkeys.sql",
  },
  {
    mistake: "the public key as MySQL's default String, of 191 characters",
    app: "starter on MySQL",
    edits: replaced(schema, "credentialPublicKey  String  @db.Text", "credentialPublicKey  String"),
    finds: "public-key-column-short",
    file: schema,
  },
  {
    mistake: "the credential id as VarChar(255)",
    app: "starter on MySQL",
    edits: replaced(schema, "@unique @db.VarChar(1364)", "@unique @db.VarChar(255)"),
    finds: "credential-id-column-short",
    file: schema,
  },
  {
    mistake: "the account's id as SQL Server's default String, of 1,000 characters",
    app: "starter on SQL Server",
    edits: replaced(
      schema,
      "providerAccountId String   @db.VarChar(1364)",
      "providerAccountId String",
    ),
    finds: "credential-id-column-short",
    file: schema,
  },
  {
    mistake: "the public key as varchar(255), in Drizzle's migration",
    app: "Drizzle on MySQL",
    edits: replaced(
      "drizzle/0001_passkeys.sql",
      "`credentialPublicKey` text",
      "`credentialPublicKey` varchar(255)",
    ),
    finds: "public-key-column-short",
    file: "drizzle/0001_passkeys.sql",
  },
  // Migrations
  {
    mistake: "MySQL's own collation for the credential id",
    app: "starter on MySQL",
    edits: replaced(
      "prisma/migrations/20261101000100_passkeys/migration.sql",
      "`credentialID` VARCHAR(1364) CHARACTER SET ascii COLLATE ascii_bin",
      "`credentialID` VARCHAR(1364)",
    ),
    finds: "credential-id-ignores-case",
    file: "prisma/migrations/20261101000100_passkeys/migration.sql",
  },
  {
    mistake: "SQL Server's own collation for the account's id",
    app: "starter on SQL Server",
    edits: replaced(
      "prisma/migrations/20261101000100_passkeys/migration.sql",
      "ALTER COLUMN [providerAccountId] VARCHAR(1364) COLLATE Latin1_General_BIN2",
      "ALTER COLUMN [providerAccountId] VARCHAR(1364)",
    ),
    finds: "credential-id-ignores-case",
    file: "prisma/migrations/20261101000100_passkeys/migration.sql",
  },
  {
    mistake: "the credential id as TEXT with a unique key, on MySQL",
    app: "Drizzle on MySQL",
    edits: replaced(
      "drizzle/0001_passkeys.sql",
      "`credentialID` varchar(1364) CHARACTER SET ascii COLLATE ascii_bin",
      "`credentialID` text CHARACTER SET ascii COLLATE ascii_bin",
    ),
    finds: "key-without-length",
    file: "drizzle/0001_passkeys.sql",
  },
  // The configuration
  {
    mistake: "the configuration exported, and NextAuth() never called",
    app: "starter",
    edits: {
      "auth.ts": [
        [
          "export const { handlers, auth, signIn, signOut } = NextAuth(config)",
          "export default config",
        ],
      ],
    },
    finds: "next-auth-not-called",
    file: "auth.ts",
  },
  {
    mistake: "no flag",
    app: "starter",
    edits: replaced("auth.ts", "  experimental: { enableWebAuthn: true },\n", ""),
    finds: "webauthn-not-enabled",
    file: "auth.ts",
  },
  {
    mistake: "the flag turned off",
    app: "starter",
    edits: replaced("auth.ts", "enableWebAuthn: true", "enableWebAuthn: false"),
    finds: "webauthn-not-enabled",
    file: "auth.ts",
  },
  {
    mistake: "no adapter",
    app: "starter",
    edits: replaced("auth.ts", "  adapter: PrismaAdapter(prisma),\n", ""),
    finds: "adapter-missing",
    file: "auth.ts",
  },
  {
    mistake: "the passkey provider in auth.config.ts, which the proxy uses",
    app: "split configuration",
    edits: {
      "auth.config.ts": [
        [
          'import GitHub from "next-auth/providers/github"',
          'import GitHub from "next-auth/providers/github"\nimport Passkey from "next-auth/providers/passkey"',
        ],
        ["providers: [GitHub]", "providers: [GitHub, Passkey]"],
      ],
      "auth.ts": [["[...authConfig.providers, Passkey]", "authConfig.providers"]],
    },
    finds: "passkey-in-split-config",
    file: "auth.config.ts",
  },
  {
    mistake: "an adapter that has no passkeys",
    app: "starter",
    edits: {
      "auth.ts": [
        [
          'import { PrismaAdapter } from "@auth/prisma-adapter"',
          'import { MongoDBAdapter } from "@auth/mongodb-adapter"',
        ],
        ["PrismaAdapter(prisma)", "MongoDBAdapter(prisma)"],
      ],
    },
    finds: "adapter-without-methods",
    file: "auth.ts",
  },
  {
    mistake: "an adapter written by hand, with three of the five methods",
    app: "starter",
    edits: replaced(
      "auth.ts",
      "adapter: PrismaAdapter(prisma)",
      "adapter: { getAccount, getAuthenticator, createAuthenticator }",
    ),
    finds: "adapter-without-methods",
    file: "auth.ts",
  },
  {
    mistake: "Credentials, an adapter, and no strategy",
    app: "existing app with passwords",
    edits: replaced("auth.ts", '  session: { strategy: "jwt" },\n', ""),
    finds: "credentials-with-database-sessions",
    file: "auth.ts",
  },
  {
    mistake: "a signIn callback that sends people elsewhere",
    app: "starter",
    edits: config('callbacks: { signIn: ({ user }) => Boolean(user.email) || "/denied" }'),
    finds: "sign-in-callback-returns-url",
    file: "auth.ts",
  },
  {
    mistake: "accounts linked by their address",
    app: "split configuration",
    edits: replaced(
      "auth.config.ts",
      "[GitHub]",
      "[GitHub({ allowDangerousEmailAccountLinking: true })]",
    ),
    finds: "dangerous-email-linking",
    file: "auth.config.ts",
  },
  {
    mistake: "registrationOptions with attestationType only",
    app: "starter",
    edits: provider('{ registrationOptions: { attestationType: "none" } }'),
    finds: "options-replace-defaults",
    file: "auth.ts",
  },
  {
    mistake: "authenticationOptions with timeout only",
    app: "starter",
    edits: provider("{ authenticationOptions: { timeout: 60_000 } }"),
    finds: "options-replace-defaults",
    file: "auth.ts",
  },
  {
    mistake: "localhost as the relying party",
    app: "starter",
    edits: provider('{ relayingParty: { id: "localhost", name: "App" } }'),
    finds: "relying-party-localhost",
    file: "auth.ts",
  },
  {
    mistake: "the domain of the host as the RP ID",
    app: "starter",
    edits: provider('{ relayingParty: { id: "vercel.app" } }'),
    input: { address: "https://my-app.vercel.app" },
    finds: "rp-id-public-suffix",
    file: "auth.ts",
  },
  {
    mistake: "an ending of domains as the RP ID, from a function of another file",
    app: "starter",
    edits: {
      "auth.ts": [
        ["[Passkey]", "[Passkey({ getRelayingParty })]"],
        ["import NextAuth", 'import { getRelayingParty } from "./relying-party"\nimport NextAuth'],
      ],
    },
    adds: {
      "relying-party.ts": `const shops = [
  { id: "shop.example", name: "Shop", origin: "https://shop.example" },
  { id: "co.uk", name: "Shop", origin: "https://shop.co.uk" },
]

export function getRelayingParty(_: unknown, { url }: { url: URL }) {
  return shops.find(({ origin }) => origin === url.origin) ?? shops[0]!
}
`,
    },
    finds: "rp-id-public-suffix",
    file: "relying-party.ts",
  },
  {
    mistake: "the domain of the host as the RP ID, from a method",
    app: "starter",
    edits: provider(
      '{ getRelayingParty: () => ({ id: "github.io", name: "App", origin: "https://me.github.io" }) }',
    ),
    finds: "rp-id-public-suffix",
    file: "auth.ts",
  },
  {
    mistake: "two relying parties",
    app: "starter",
    edits: provider('{ relayingParty: { id: ["example.com", "example.net"] } }'),
    finds: "relying-party-several",
    file: "auth.ts",
  },
  {
    mistake: "the browser's version without v",
    app: "starter",
    edits: provider('{ simpleWebAuthnBrowserVersion: "9.0.1" }'),
    finds: "browser-version-without-v",
    file: "auth.ts",
  },
  {
    mistake: "Passkey and WebAuthn, both with autofill",
    app: "starter",
    edits: {
      "auth.ts": [
        [
          'import Passkey from "next-auth/providers/passkey"',
          'import Passkey from "next-auth/providers/passkey"\nimport WebAuthn from "next-auth/providers/webauthn"',
        ],
        ["[Passkey]", "[Passkey, WebAuthn]"],
      ],
    },
    finds: "two-conditional-uis",
    file: "auth.ts",
  },
  {
    mistake: "form fields of one's own, without webauthn",
    app: "starter",
    edits: provider('{ formFields: { email: { label: "E-mail", autocomplete: "username" } } }'),
    finds: "autocomplete-missing",
    file: "auth.ts",
  },
  // Pages, the proxy and headers
  {
    mistake: "signIn from next-auth/react",
    app: "starter with its own sign-in page",
    adds: {
      "app/login/page.tsx": `"use client"
import { signIn } from "next-auth/react"

export default function Login() {
  return <button onClick={() => signIn("passkey")}>Sign in</button>
}
`,
    },
    finds: "wrong-sign-in-function",
    file: "app/login/page.tsx",
  },
  {
    mistake: "middleware.ts that imports the database",
    app: "starter",
    adds: { "middleware.ts": 'export { auth as middleware } from "@/auth"\n' },
    finds: "edge-runtime",
    file: "middleware.ts",
  },
  {
    mistake: "Auth.js's route on the edge",
    app: "starter",
    edits: replaced(
      "app/api/auth/[...nextauth]/route.ts",
      'import { handlers } from "@/auth"',
      'import { handlers } from "@/auth"\n\nexport const runtime = "edge"',
    ),
    finds: "edge-runtime",
    file: "app/api/auth/[...nextauth]/route.ts",
  },
  {
    mistake: "passkeys turned off by Permissions-Policy",
    app: "starter",
    adds: headers("Permissions-Policy", "camera=(), publickey-credentials-get=()"),
    finds: "permissions-policy-blocks",
    file: "next.config.ts",
  },
  {
    mistake: "a Content-Security-Policy on Auth.js's own page",
    app: "starter",
    adds: headers("Content-Security-Policy", "default-src 'self'; script-src 'self'"),
    finds: "csp-blocks-built-in-page",
    file: "next.config.ts",
  },
  // The address
  {
    mistake: "a public address that isn't one",
    app: "starter",
    input: { address: "my app" },
    finds: "address-not-readable",
    file: "public address",
  },
  {
    mistake: "a public address without https",
    app: "starter",
    input: { address: "http://app.example.com", authUrl: "http://app.example.com" },
    finds: "address-not-https",
    file: "public address",
  },
  {
    mistake: "an IP address",
    app: "starter",
    input: { address: "https://192.0.2.7", authUrl: "https://192.0.2.7" },
    finds: "address-is-ip",
    file: "public address",
  },
  {
    mistake: "no AUTH_URL",
    app: "starter",
    input: { address },
    finds: "auth-url-missing",
    file: "public address",
  },
  {
    mistake: "AUTH_URL without a scheme",
    app: "starter",
    input: { address, authUrl: "app.example.com" },
    finds: "auth-url-not-readable",
    file: "AUTH_URL",
  },
  {
    mistake: "AUTH_URL with http",
    app: "starter",
    input: { address, authUrl: "http://app.example.com" },
    finds: "auth-url-not-https",
    file: "AUTH_URL",
  },
  {
    mistake: "AUTH_URL with a path",
    app: "starter",
    adds: { ".env": "AUTH_URL=https://app.example.com/app\n" },
    input: { address },
    finds: "auth-url-has-path",
    file: ".env",
  },
  {
    mistake: "AUTH_URL of the host, without the app's name",
    app: "starter",
    adds: { ".env": 'AUTH_SECRET="…"\nAUTH_URL="https://vercel.app"\n' },
    input: { address: "https://my-app.vercel.app" },
    finds: "auth-url-public-suffix",
    file: ".env",
  },
  {
    mistake: "AUTH_URL of the machine of the developer",
    app: "starter",
    adds: { ".env": 'AUTH_SECRET="…"\nAUTH_URL="http://localhost:3000"\n' },
    input: { address },
    finds: "auth-url-differs",
    file: ".env",
  },
  {
    mistake: "another domain as the RP ID",
    app: "starter",
    edits: provider('{ relayingParty: { id: "example.net" } }'),
    input: { address, authUrl: address },
    finds: "rp-id-not-a-suffix",
    file: "auth.ts",
  },
  {
    mistake: "an address as the RP ID",
    app: "starter",
    edits: provider('{ relayingParty: { id: "https://app.example.com" } }'),
    input: { address, authUrl: address },
    finds: "rp-id-not-a-suffix",
    file: "auth.ts",
  },
  {
    mistake: "an origin with a slash at its end",
    app: "starter",
    edits: provider('{ relayingParty: { origin: "https://app.example.com/" } }'),
    input: { address, authUrl: address },
    finds: "relying-party-origin-differs",
    file: "auth.ts",
  },
]
