import { PrismaLibSql } from "@prisma/adapter-libsql"
import NextAuth from "next-auth"
import { afterAll, beforeAll, expect, test } from "vitest"
import { passkeyDetails } from "../../demo/recipes/passkey-details/passkeys/passkey-details"
import { PrismaClient } from "../../demo/recipes/quick-start/generated/prisma/client"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { coreConfig, type Prisma } from "./apps"
import { openRegistrations } from "./contracts/registration-fixture"
import { startLibsql } from "./engines/libsql"
import { origin, UserAgent } from "./user-agent"

let site: Awaited<ReturnType<typeof openRegistrations>>
let client: PrismaClient

beforeAll(async () => {
  const engine = await startLibsql()
  site = await openRegistrations(engine)
  client = new PrismaClient({ adapter: new PrismaLibSql({ url: engine.url }) })
})
afterAll(async () => {
  await client.$disconnect()
  await site.close()
})

test("whoever takes passkey-details before its columns has the app of before", async () => {
  const prisma = client as unknown as Prisma
  const config = coreConfig(prisma)
  expect(passkeyDetails(config, prisma)).toBe(config)
  const { handlers } = NextAuth(passkeyDetails(config, prisma))
  const passkey = new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })
  const agent = new UserAgent(handlers, passkey)
  expect(await agent.register(site.newEmail())).toBeNull()
  expect(await agent.signIn()).toBeNull()
  expect(await site.prisma.authenticator.findMany()).toMatchObject([
    { aaguid: null, createdAt: null, lastUsedAt: null },
  ])
})
