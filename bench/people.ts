import type { PrismaClient } from "../demo/recipes/postgresql/generated/prisma/client"

/** As base64 of 32 bytes, which nobody can guess and an index must sort. */
const credentialId = (number: string) =>
  `encode(sha256(('credential ' || ${number})::bytea), 'base64')`

/**
 * Makes users with two passkeys each, inside of PostgreSQL. Foreign keys are not asked meanwhile.
 *
 * @returns Credential ids, some, from all over the table.
 */
export async function makePeople(prisma: PrismaClient, users: number): Promise<string[]> {
  const statements = [
    "SET LOCAL session_replication_role = replica",
    `INSERT INTO "User" ("id", "email", "updatedAt")
      SELECT 'user-' || n, n || '@passkeys.example', now() FROM generate_series(1, ${users}) n`,
    `INSERT INTO "Account" ("userId", "type", "provider", "providerAccountId", "updatedAt")
      SELECT 'user-' || (n + 1) / 2, 'webauthn', 'passkey', ${credentialId("n")}, now()
      FROM generate_series(1, ${users * 2}) n`,
    `INSERT INTO "Authenticator"
      SELECT ${credentialId("n")}, 'user-' || (n + 1) / 2, ${credentialId("n")}, repeat('k', 104), 0,
        'singleDevice', true, 'internal' FROM generate_series(1, ${users * 2}) n`,
  ]
  await prisma.$transaction(
    async (transaction) => {
      for (const statement of statements) await transaction.$executeRawUnsafe(statement)
    },
    { timeout: 300_000 },
  )
  for (const table of ["User", "Account", "Authenticator"])
    await prisma.$executeRawUnsafe(`VACUUM ANALYZE "${table}"`)
  await prisma.$executeRawUnsafe("CHECKPOINT")
  const anyNumber = `1 + floor(random() * ${users * 2})::bigint`
  const rows = await prisma.$queryRawUnsafe<{ credentialID: string }[]>(
    `SELECT ${credentialId(anyNumber)} AS "credentialID"
      FROM generate_series(1, 10000)`,
  )
  return rows.map(({ credentialID }) => credentialID)
}
