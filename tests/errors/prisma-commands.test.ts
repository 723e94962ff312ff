import { appendFile, rename } from "node:fs/promises"
import { join } from "node:path"
import { createClient } from "@libsql/client"
import { expect, onTestFinished, test } from "vitest"
import { root } from "../../scripts/root"
import { writeSchemaEngine } from "../support/package-managers"
import { makeApp } from "./next-app"
import { reproduces } from "./reproduces"

const schema = (url = "") => `
  datasource db {
    provider = "sqlite"
    ${url}
  }
  generator client {
    provider = "prisma-client"
    output   = "../generated/prisma"
  }
  model User {
    id String @id
  }`

const config = (datasource: string) => `
  import { defineConfig, env } from "prisma/config"
  export default defineConfig({
    schema: "prisma/schema.prisma",
    migrations: { path: "prisma/migrations" },
    ${datasource}
  })`

const migration = "prisma/migrations/20260101000000_init"

/** An app with one migration, and Prisma's command line. Its engine is Prisma's own, as WebAssembly. */
async function makePrismaApp(datasource: string, url?: string) {
  const app = await makeApp({
    "package.json": `{ "private": true, "type": "module" }\n`,
    "prisma.config.ts": config(datasource),
    "prisma/schema.prisma": schema(url),
    [`${migration}/migration.sql`]: `CREATE TABLE "User" ("id" TEXT NOT NULL PRIMARY KEY);\n`,
    "prisma/migrations/migration_lock.toml": `provider = "sqlite"\n`,
  })
  onTestFinished(app.remove)
  const address = `file:${join(app.folder, "test.db")}`
  const engine = await writeSchemaEngine(app.folder)
  return {
    ...app,
    prisma: async (command: string, environment: Record<string, string> = {}) => {
      const program = join(root, "node_modules/prisma/build/index.js")
      const variables = { PRISMA_SCHEMA_ENGINE_BINARY: engine, CHECKPOINT_DISABLE: "1" }
      return app.run(program, command, { ...variables, ...environment })
    },
    address,
    async execute(sql: string) {
      const client = createClient({ url: address })
      await client.execute(sql)
      client.close()
    },
  }
}

const fromEnvironment = `datasource: { url: env("DATABASE_URL") },`

test("the address in the schema", async () => {
  const { prisma } = await makePrismaApp("", `url = env("DATABASE_URL")`)
  const { code, output } = await prisma("validate")
  expect(code).toBe(1)
  expect(reproduces("prisma-datasource-url").missingIn([output])).toEqual([])
})

test.each<Record<string, string>>([{}, { DATABASE_URL: "" }])(
  "the address in a variable, with %o",
  async (variables) => {
    const { prisma } = await makePrismaApp(fromEnvironment)
    const { code, output } = await prisma("generate", variables)
    expect(code).toBe(1)
    expect(reproduces("prisma-config-env", [0]).missingIn([output])).toEqual([])
  },
)

test("no address, which generate doesn't need", async () => {
  const { prisma } = await makePrismaApp("")
  for (const command of ["migrate dev", "migrate deploy"]) {
    const { code, output } = await prisma(command)
    expect(code).toBe(1)
    expect(output).toContain(`when using prisma ${command}.`)
    expect(reproduces("prisma-config-env", [1]).missingIn([output])).toEqual([])
  }
  expect(await prisma("generate")).toMatchObject({ code: 0 })
})

test("an empty address, which generate doesn't need", async () => {
  const { prisma } = await makePrismaApp(`datasource: { url: "" },`)
  const { code, output } = await prisma("migrate dev")
  expect(code).toBe(1)
  expect(reproduces("prisma-config-env", [2]).missingIn([output])).toEqual([])
  expect(await prisma("generate")).toMatchObject({ code: 0 })
})

test("a database that isn't what the migrations made of it", async () => {
  const { folder, prisma, address, execute } = await makePrismaApp(fromEnvironment)
  const environment = { DATABASE_URL: address }
  expect(await prisma("migrate deploy", environment)).toMatchObject({ code: 0 })

  await execute(`CREATE TABLE "Authenticator" ("credentialID" TEXT NOT NULL PRIMARY KEY)`)
  const drifted = await prisma("migrate dev", environment)
  expect(drifted.output).toMatch(/\[\+\] Added tables\s+- Authenticator/)
  await execute(`DROP TABLE "Authenticator"`)

  await appendFile(join(folder, migration, "migration.sql"), "-- A comment.\n")
  const edited = await prisma("migrate dev", environment)

  await rename(join(folder, migration), join(folder, "elsewhere"))
  const missing = await prisma("migrate dev", environment)

  expect([drifted, edited, missing].filter(({ code }) => code === 0)).toEqual([])
  expect(reproduces("prisma-drift", [0]).missingIn([drifted.output])).toEqual([])
  expect(reproduces("prisma-drift", [1]).missingIn([edited.output])).toEqual([])
  expect(reproduces("prisma-drift", [2]).missingIn([missing.output])).toEqual([])
})

test("tables without a record of migrations", async () => {
  const { prisma, address, execute } = await makePrismaApp(fromEnvironment)
  await execute(`CREATE TABLE "User" ("id" TEXT NOT NULL PRIMARY KEY)`)
  const { code, output } = await prisma("migrate deploy", { DATABASE_URL: address })
  expect(code).toBe(1)
  expect(reproduces("prisma-schema-not-empty").missingIn([output])).toEqual([])
})
