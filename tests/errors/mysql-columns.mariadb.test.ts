import { PrismaAdapter } from "@auth/prisma-adapter"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openRegistrations } from "../databases/contracts/registration-fixture"
import { startMariadbEngine } from "../databases/engines/mariadb"
import type { Site } from "../databases/subject"
import { hasMariadb } from "../support/mariadb-server"
import { reproduces } from "./reproduces"

describe.skipIf(!hasMariadb())("MariaDB", () => {
  let site: Site
  beforeAll(async () => void (site = await openRegistrations(await startMariadbEngine())))
  afterAll(() => site.close())

  const refusalOf = (sql: string) =>
    site.prisma.$executeRawUnsafe(sql).then(
      () => "",
      (error: Error) => error.message,
    )

  test.each([
    { number: 0, column: "TEXT" },
    { number: 1, column: "VARCHAR(1364) CHARACTER SET utf8mb4" },
  ])("makes no key of $column", async ({ number, column }) => {
    const refusal = await refusalOf(
      `CREATE TABLE Refused (credentialID ${column} NOT NULL, PRIMARY KEY (credentialID))`,
    )
    expect(reproduces("mysql-key-without-length", [number]).missingIn([refusal])).toEqual([])
  })

  test("makes one of the column that the page shows", async () => {
    const column = "VARCHAR(1364) CHARACTER SET ascii COLLATE ascii_bin"
    const table = `Accepted (credentialID ${column} NOT NULL, PRIMARY KEY (credentialID))`
    expect(await refusalOf(`CREATE TABLE ${table}`)).toBe("")
  })

  test.each([
    { characterSet: "utf8mb3", name: "Ada 🔑" },
    { characterSet: "latin1", name: "Łucja" },
  ])("has no place for $name in $characterSet", async ({ characterSet, name }) => {
    const column = (characters: string) =>
      `ALTER TABLE User MODIFY name VARCHAR(191) CHARACTER SET ${characters}`
    const save = () =>
      PrismaAdapter(site.prisma).createUser?.({
        id: "",
        email: site.newEmail(),
        emailVerified: null,
        name,
      })
    expect(await refusalOf(column(characterSet))).toBe("")
    const refusal = await Promise.resolve(save()).then(
      () => "",
      (error: Error) => error.message,
    )
    expect(reproduces("incorrect-string-value").missingIn([refusal])).toEqual([])
    expect(await refusalOf(column("utf8mb4"))).toBe("")
    expect(await save()).toMatchObject({ name })
    await site.prisma.user.deleteMany()
  })
})
