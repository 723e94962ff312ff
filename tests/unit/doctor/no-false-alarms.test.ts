import { expect, test } from "vitest"
import type { Input } from "../../../demo/live/doctor/input"
import { examine } from "./examine"
import { starter } from "./apps"

type Correct = {
  what: string
  edits?: [path: string, find: string, replace: string][]
  adds?: Record<string, string>
  input?: Omit<Input, "files">
}

const address = "https://app.example.com"
const provider = (options: string): Correct["edits"] => [
  ["auth.ts", "[Passkey]", `[Passkey(${options})]`],
]
const auth = (text: string): Correct["adds"] => ({
  "auth.ts": `import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { PrismaAdapter } from "@auth/prisma-adapter"
import { prisma } from "./prisma"
${text}`,
})
const header = (name: string, value: string, source = "/:path*") => ({
  "next.config.mjs": `const headers = [{ key: "${name}", value: "${value}" }]
export default { headers: () => [{ source: "${source}", headers }] }
`,
})

/** What looks like a mistake, and isn't one; or isn't written where the doctor could see it. */
const correct: Correct[] = [
  {
    what: "a configuration that is made for each request",
    adds: auth(`export const { handlers } = NextAuth(async (request) => {
  return { adapter: PrismaAdapter(prisma), providers: [Passkey], experimental: { enableWebAuthn: true } }
})`),
  },
  {
    what: "a configuration with parts from a package",
    adds: auth(`import { base } from "@acme/auth"
export const { handlers } = NextAuth({ ...base, providers: [Passkey] })`),
  },
  {
    what: "a flag and an adapter that are constants of other files",
    adds: {
      ...auth(`import { adapter, experimental } from "./options"
export const { handlers } = NextAuth({ adapter, experimental, providers: [Passkey] })`),
      "options.ts": `export { experimental } from "./experimental"
import { PrismaAdapter } from "@auth/prisma-adapter"
import { prisma } from "./prisma"
export const adapter = { ...PrismaAdapter(prisma), createUser: undefined }`,
      "experimental.ts": "export const experimental = { enableWebAuthn: true } as const",
    },
  },
  {
    what: "providers that a function returns",
    adds: auth(`export const { handlers } = NextAuth({ providers: allProviders() })`),
  },
  {
    what: "a comment that looks like code",
    edits: [["auth.ts", "const config", "// Passkey({ registrationOptions: {} })\nconst config"]],
  },
  {
    what: "registrationOptions with the defaults repeated",
    edits: provider(
      '{ registrationOptions: { attestationType: "none", authenticatorSelection: { residentKey: "required", userVerification: "required" } } }',
    ),
  },
  {
    what: "a relying party from the environment",
    edits: provider("{ relayingParty: { id: process.env.RP_ID, origin: process.env.AUTH_URL } }"),
    input: { address, authUrl: address },
  },
  {
    what: "the domain above the address as the RP ID",
    edits: provider('{ relayingParty: { id: "example.com" } }'),
    input: { address, authUrl: address },
  },
  {
    what: "an app's own name under the domain of its host as the RP ID",
    edits: provider('{ relayingParty: { id: "my-app.vercel.app" } }'),
    input: { address: "https://my-app.vercel.app", authUrl: "https://my-app.vercel.app" },
  },
  {
    what: "a host name without a dot",
    edits: provider('{ relayingParty: { id: "intranet" } }'),
    input: { address: "https://intranet", authUrl: "https://intranet" },
  },
  {
    what: "two providers, one of them without autofill",
    edits: [
      ["auth.ts", "[Passkey]", "[Passkey, WebAuthn({ enableConditionalUI: false })]"],
      [
        "auth.ts",
        "import Passkey",
        'import WebAuthn from "next-auth/providers/webauthn"\nimport Passkey',
      ],
    ],
  },
  {
    what: "a signIn callback that compares texts and returns true or false",
    edits: [
      [
        "auth.ts",
        "  providers:",
        '  callbacks: {\n    signIn({ account }) {\n      const isHere = () => { return "here" }\n      return account?.provider === "passkey" && isHere() === "here"\n    },\n  },\n  providers:',
      ],
    ],
  },
  {
    what: "Permissions-Policy without passkeys, or with them for the site",
    adds: header("Permissions-Policy", "camera=(), publickey-credentials-get=(self)"),
  },
  {
    what: "a Content-Security-Policy that leaves Auth.js's pages out",
    adds: header("Content-Security-Policy", "script-src 'self'", "/((?!api/).*)"),
  },
  {
    what: "a Content-Security-Policy that has room for Auth.js's page",
    adds: header("Content-Security-Policy", "script-src 'self' 'unsafe-inline' https://unpkg.com"),
  },
  { what: "Cross-Origin-Opener-Policy", adds: header("Cross-Origin-Opener-Policy", "same-origin") },
  {
    what: "proxy.ts with the database",
    adds: { "proxy.ts": 'export { auth as proxy } from "@/auth"\n' },
  },
  {
    what: "middleware.ts that asks for Node.js",
    adds: {
      "middleware.ts":
        'export { auth as middleware } from "@/auth"\nexport const config = { runtime: "nodejs" }\n',
    },
  },
  {
    what: "signIn of next-auth/react for another provider",
    adds: { "login.tsx": 'import { signIn } from "next-auth/react"\nsignIn("github")\n' },
  },
  {
    what: "AUTH_URL of production before that of development",
    adds: {
      ".env": "AUTH_URL=http://localhost:3000\n",
      ".env.production": "AUTH_URL=https://app.example.com\n",
    },
    input: { address },
  },
  {
    what: "AUTH_URL with the base path",
    input: { address, authUrl: "https://app.example.com/api/auth" },
  },
  { what: "no AUTH_URL on Vercel", input: { address: "https://app.vercel.app" } },
  { what: "no AUTH_URL while developing", input: { address: "http://localhost:3000" } },
  {
    what: "versions as ranges",
    edits: [
      ["package.json", '"@prisma/client": "7.10.0"', '"@prisma/client": "^7.0.0"'],
      ["package.json", '"@simplewebauthn/server": "9.0.3"', '"@simplewebauthn/server": "^9.0.3"'],
    ],
  },
  {
    what: "the beta tag of next-auth",
    edits: [["package.json", '"next-auth": "5.0.0-beta.32"', '"next-auth": "beta"']],
  },
  {
    what: "url in the schema, and fields in other files, with Prisma 6",
    edits: [
      ["prisma/schema.prisma", '"sqlite"\n', '"sqlite"\n  url = env("DATABASE_URL")\n'],
      ["package.json", '"@prisma/client": "7.10.0"', '"@prisma/client": "6.19.3"'],
      ["package.json", '"prisma": "7.10.0"', '"prisma": "6.19.3"'],
      ["package.json", '"@prisma/adapter-libsql": "7.10.0"', '"@prisma/adapter-libsql": "6.19.3"'],
      [
        "prisma/schema.prisma",
        "  user                 User    @relation",
        "  note                 Note?\n  user                 User    @relation",
      ],
    ],
    adds: {
      "prisma/note.prisma":
        "model Note {\n  id Int @id @default(autoincrement())\n  userId String\n  credentialID String\n  passkey Authenticator @relation(fields: [userId, credentialID], references: [userId, credentialID])\n\n  @@unique([userId, credentialID])\n}\n",
    },
  },
]

test.each(correct)("$what: nothing is found", async ({ edits = [], adds = {}, input }) => {
  const files = new Map([...(await starter("sqlite")), ...Object.entries(adds)])
  for (const [path, find, replace] of edits) {
    const text = files.get(path) ?? ""
    expect(text).toContain(find)
    files.set(path, text.replace(find, replace))
  }
  expect(examine(files, input)).toMatchObject({ findings: [], unread: [] })
})
