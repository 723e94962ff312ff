import { createClient } from "@libsql/client"
import { SoftwareAuthenticator } from "../tests/support/software-authenticator"

/**
 * Makes accounts with a passkey each, as a registration writes them. Their passkeys do not count
 * their signatures, like those that are synchronised between devices.
 *
 * @param url A migrated SQLite file.
 * @param origin Where the passkeys are for.
 */
export async function makePasskeys(url: string, origin: string, count: number) {
  const database = createClient({ url })
  const authenticators = Array.from({ length: count }, () => new SoftwareAuthenticator(origin))
  const now = new Date().toISOString()
  for (const { credentialId, publicKey } of authenticators) {
    const user = crypto.randomUUID()
    const id = credentialId.toString("base64")
    const key = Buffer.from(publicKey).toString("base64")
    await database.batch([
      {
        sql: `INSERT INTO "User" ("id", "email", "createdAt", "updatedAt") VALUES (?, ?, ?, ?)`,
        args: [user, `${user}@passkeys.example`, now, now],
      },
      {
        sql: `INSERT INTO "Account" ("userId", "type", "provider", "providerAccountId", "createdAt", "updatedAt")
              VALUES (?, 'webauthn', 'passkey', ?, ?, ?)`,
        args: [user, id, now, now],
      },
      {
        sql: `INSERT INTO "Authenticator" ("userId", "credentialID", "providerAccountId", "credentialPublicKey",
              "counter", "credentialDeviceType", "credentialBackedUp", "transports")
              VALUES (?, ?, ?, ?, 0, 'singleDevice', true, 'internal')`,
        args: [user, id, id, key],
      },
    ])
  }
  database.close()
  return authenticators
}
