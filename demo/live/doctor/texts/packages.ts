/** Mistakes in `package.json`, and in how the Prisma client is made. */
export const packageTexts = {
  "next-auth-too-old": {
    title: "{} is too old",
    reason:
      "Passkeys need Auth.js 5, and versions before 5.0.0-beta.32 have known vulnerabilities. On npm, `latest` is still version 4.",
    fix: "`npm install --save-exact next-auth@5.0.0-beta.32`",
  },
  "simplewebauthn-not-9": {
    title: "{} doesn't work with Auth.js",
    reason:
      "Auth.js calls SimpleWebAuthn as it was in version 9, starting with server 9.0.2 and browser 9.0.1. Later versions have changed functions and types.",
    fix: "`npm install --save-exact @simplewebauthn/server@9.0.3 @simplewebauthn/browser@9.0.1`",
    error: "eresolve",
  },
  "simplewebauthn-missing": {
    title: "{} isn't installed",
    reason: "Auth.js imports it for passkeys, but doesn't install it.",
    fix: "`npm install --save-exact @simplewebauthn/server@9.0.3 @simplewebauthn/browser@9.0.1`",
    error: "module-not-found",
  },
  "misspelt-package": {
    title: "{} is misspelled",
    reason: "The package's scope is @simplewebauthn, with an n at the end.",
    fix: "Write @simplewebauthn/browser or @simplewebauthn/server.",
    error: "module-not-found",
  },
  "prisma-adapter-too-old": {
    title: "{} is too old",
    reason:
      "Version 2.11.3 uses the same @auth/core as next-auth 5.0.0-beta.32. Adapters before 1.3.0 have none of the methods for passkeys.",
    fix: "`npm install --save-exact @auth/prisma-adapter@2.11.3`",
    error: "missing-adapter-methods",
  },
  "prisma-versions-differ": {
    title: "{} and @prisma/client have different versions",
    reason: "Prisma's packages work together only if they have the same version.",
    fix: "Install the same version of prisma, @prisma/client and your @prisma/adapter package.",
  },
  "prisma-without-driver-adapter": {
    title: "{} needs a driver adapter",
    reason:
      "Prisma 7 has no engine of its own: it connects to the database only through a driver adapter.",
    fix: "Install the adapter for your database, for example @prisma/adapter-pg, and pass it: new PrismaClient({ adapter }).",
    error: "prisma-needs-adapter",
  },
  "prisma-client-import": {
    title: "PrismaClient is imported from {}",
    reason:
      'The generator "prisma-client" writes the client to the folder named in its `output`, not to node_modules.',
    fix: 'Import it from there, for example from "./generated/prisma/client".',
    error: "prisma-client-not-generated",
  },
}
