/**
 * An app that a reader has before they open the guide: a new one of create-next-app, with what its
 * developer added.
 */
export type ExistingApp = {
  /** What was added: a folder in tests/reader/apps/. */
  name?: string
  /** What came from this guide: paths in the app, each with the file's path in this checkout. */
  guide?: Record<string, string>
  packageManager: "npm" | "pnpm"
  /** What was run, after the files were there. */
  commands: string[]
  /** What `.env` holds beside `AUTH_SECRET` and `AUTH_URL`. */
  env: Record<string, string>
}

/**
 * Prisma 6 with migrations on PostgreSQL, columns and a table of its own, passwords, links by e-mail,
 * JWT sessions, and a split configuration with `proxy.ts`.
 */
export const passwordsAndLinks = (databaseUrl: string): ExistingApp => ({
  name: "passwords-and-links",
  packageManager: "pnpm",
  commands: [
    'npm pkg set scripts.build="prisma generate && next build"',
    "pnpm add --save-exact next-auth@5.0.0-beta.32 @auth/prisma-adapter@2.11.3 @prisma/client@6.19.3 @prisma/adapter-pg@6.19.3 prisma@6.19.3 bcryptjs@3.0.3",
    "pnpm exec prisma migrate deploy",
  ],
  env: { DATABASE_URL: databaseUrl },
})

/** Prisma 7 with tables that `prisma db push` created on MySQL or MariaDB, and links by e-mail. */
export const pushedDatabase = (databaseUrl: string): ExistingApp => ({
  name: "pushed-database",
  packageManager: "npm",
  commands: [
    'npm pkg set scripts.build="prisma generate && next build"',
    "npm install --save-exact next-auth@5.0.0-beta.32 @auth/prisma-adapter@2.11.3 @prisma/client@7.10.0 @prisma/adapter-mariadb@7.10.0 prisma@7.10.0 dotenv@17.4.2",
  ],
  env: { DATABASE_URL: databaseUrl },
})

/** The app of the pages under "Build", on SQLite: Auth.js with passkeys, and its own sign-in page. */
export const builtWithGuide: ExistingApp = {
  guide: {
    "app/api/auth/[...nextauth]/route.ts": "demo/starter/app/api/auth/[...nextauth]/route.ts",
    "app/page.tsx": "demo/starter/app/page.tsx",
    "auth.ts": "demo/starter/auth.ts",
    "prisma.config.ts": "demo/starter/prisma.config.ts",
    "prisma.ts": "demo/starter/prisma.ts",
    "prisma/schema.prisma": "prisma/sqlite/schema.prisma",
  },
  packageManager: "npm",
  commands: [
    'npm pkg set scripts.dev="prisma generate && next dev"',
    "npm install --save-exact next-auth@5.0.0-beta.32 @auth/prisma-adapter@2.11.3 @simplewebauthn/server@9.0.3 @simplewebauthn/browser@9.0.1 prisma@7.10.0 @prisma/client@7.10.0 @prisma/adapter-libsql@7.10.0 dotenv@17.4.2",
    "npx prisma migrate dev --name passkeys",
  ],
  env: { DATABASE_URL: "file:./dev.db" },
}
