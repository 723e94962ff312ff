import { PrismaLibSql } from "@prisma/adapter-libsql"
import { expect, test } from "vitest"
import { passkeyDetails } from "../../demo/recipes/passkey-details/passkeys/passkey-details"
import { PrismaClient } from "../../demo/recipes/quick-start/generated/prisma/client"
import { PrismaClient as WithColumns } from "../../demo/starter/generated/prisma/client"
import { coreConfig, type Prisma } from "./apps"

const adapter = new PrismaLibSql({ url: "file::memory:" })

test("whoever takes passkey-details before its columns has the configuration of before", () => {
  const prisma = new PrismaClient({ adapter }) as unknown as Prisma
  const config = coreConfig(prisma)
  expect(passkeyDetails(config, prisma)).toBe(config)
  const withColumns = new WithColumns({ adapter })
  expect(passkeyDetails(config, withColumns)).not.toBe(config)
})
