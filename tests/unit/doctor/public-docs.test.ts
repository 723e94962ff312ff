import { expect, test } from "vitest"
import { examine } from "./examine"

// The few lines of Auth.js's public pages about passkeys in which something is wrong (November 2026):
// https://authjs.dev/getting-started/authentication/webauthn, …/providers/passkey and …/adapters/prisma.

const found = (files: Record<string, string>) =>
  examine(new Map(Object.entries(files))).findings.map(({ id, subject, line }) => [
    id,
    subject,
    line,
  ])

test("auth.ts exports a bare object, and makes a client without an adapter", () => {
  const text = `import Passkey from "next-auth/providers/passkey"
import { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaClient } from "@prisma/client"

const prisma = new PrismaClient()

export default {
  adapter: PrismaAdapter(prisma),
  providers: [Passkey],
  experimental: { enableWebAuthn: true },
}
`
  expect(found({ "auth.ts": text })).toEqual([
    ["prisma-without-driver-adapter", "new PrismaClient()", 5],
    ["next-auth-not-called", "auth.ts", 7],
  ])
})

test("the package that the text names is misspelt", () => {
  expect(
    found({
      "package.json": '{\n  "dependencies": {\n    "@simplewebauth/browser": "9.0.1"\n  }\n}',
    }),
  ).toEqual([["misspelt-package", "@simplewebauth/browser", 3]])
})

test("the schema for MySQL allows one passkey, is too short for several, and has a url", () => {
  const schema = `datasource db {
  provider = "mysql"
  url      = env("DATABASE_URL")
}

model User {
  id            String          @id @default(cuid())
  email         String?         @unique
  emailVerified DateTime?
  accounts      Account[]
  Authenticator Authenticator[]
}

model Account {
  id                String @id @default(cuid())
  userId            String @unique
  type              String
  provider          String
  providerAccountId String
  user              User?  @relation(fields: [userId], references: [id])

  @@unique([provider, providerAccountId])
  @@index([userId])
}

model Authenticator {
  credentialID         String  @unique
  userId               String
  providerAccountId    String
  credentialPublicKey  String
  counter              Int
  credentialDeviceType String
  credentialBackedUp   Boolean
  transports           String?

  user User @relation(fields: [userId], references: [id], onDelete: Cascade)

  @@id([userId, credentialID])
}
`
  expect(found({ "schema.prisma": schema })).toEqual([
    ["schema-connection-url", "url", 3],
    ["account-user-id-unique", "Account.userId", 16],
    ["credential-id-column-short", "Account.providerAccountId", 19],
    ["credential-id-column-short", "Authenticator.credentialID", 27],
    ["credential-id-column-short", "Authenticator.providerAccountId", 29],
    ["public-key-column-short", "Authenticator.credentialPublicKey", 30],
    ["counter-too-small", "Authenticator.counter", 31],
  ])
})

test.each(["postgresql", "sqlite"])("the schema for %s has a url", (database) => {
  const schema = `datasource db {\n  provider = "${database}"\n  url      = env("DATABASE_URL")\n}\n`
  expect(found({ "schema.prisma": schema })).toEqual([["schema-connection-url", "url", 3]])
})

test("the SQL for MySQL has TEXT in a unique key, and ignores case", () => {
  const sql = `-- CreateTable
CREATE TABLE Authenticator (
    id varchar(255) NOT NULL PRIMARY KEY,
    credentialID TEXT NOT NULL,
    userId varchar(255) NOT NULL,
    providerAccountId TEXT NOT NULL,
    credentialPublicKey TEXT NOT NULL,
    counter INTEGER NOT NULL,
    transports TEXT,
    CONSTRAINT Authenticator_userId_fkey FOREIGN KEY (userId) REFERENCES User (id) ON DELETE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX Authenticator_credentialID_key ON Authenticator(credentialID);
`
  expect(found({ "migration.sql": sql })).toEqual([
    ["credential-id-ignores-case", "Authenticator.credentialID", 4],
    ["key-without-length", "Authenticator.credentialID", 4],
    ["counter-too-small", "Authenticator.counter", 8],
  ])
})
