import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaPg } from "@prisma/adapter-pg"
import { databaseOf } from "../demo/live/server/database-url"
import { SoftwareAuthenticator } from "../tests/support/software-authenticator"

/**
 * Makes accounts with a passkey each, as a registration writes them. Their passkeys do not count
 * their signatures, like those that are synchronised between devices, and sign so that SimpleWebAuthn 9
 * accepts every signature.
 *
 * @param url A migrated database: a SQLite file or PostgreSQL.
 * @param origin Where the passkeys are for.
 */
export async function makePasskeys(url: string, origin: string, count: number) {
  const authenticators = Array.from(
    { length: count },
    () => new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true }),
  )
  const prisma = await connect(url)
  for (const { credentialId, publicKey } of authenticators) {
    const id = credentialId.toString("base64")
    await prisma.user.create({
      data: {
        email: `${crypto.randomUUID()}@passkeys.example`,
        accounts: { create: { type: "webauthn", provider: "passkey", providerAccountId: id } },
        authenticators: {
          create: {
            credentialID: id,
            providerAccountId: id,
            credentialPublicKey: Buffer.from(publicKey).toString("base64"),
            counter: 0,
            credentialDeviceType: "singleDevice",
            credentialBackedUp: true,
            transports: "internal",
          },
        },
      },
    })
  }
  await prisma.$disconnect()
  return authenticators
}

/** The clients are generated when the bench begins. Their methods are the same. */
async function connect(url: string) {
  const sqlite = await import("../demo/starter/generated/prisma/client")
  if (databaseOf(url) === "sqlite")
    return new sqlite.PrismaClient({ adapter: new PrismaLibSql({ url }) })
  const { PrismaClient } = await import("../demo/recipes/postgresql/generated/prisma/client")
  const adapter = new PrismaPg({ connectionString: url })
  return new PrismaClient({ adapter }) as unknown as InstanceType<typeof sqlite.PrismaClient>
}
