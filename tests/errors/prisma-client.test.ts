import { createRequire } from "node:module"
import { join } from "node:path"
import ts from "typescript"
import { beforeAll, describe, expect, test } from "vitest"
import { generate } from "../../scripts/generate"
import { root } from "../../scripts/root"
import { reproduces } from "./reproduces"

const messageOf = (run: () => unknown): string => {
  try {
    run()
    return ""
  } catch (error) {
    return String(error)
  }
}

describe("a client that was generated", () => {
  let PrismaClient: new (options?: object) => unknown

  beforeAll(async () => {
    await generate()
    const client = await import("../../demo/starter/generated/prisma/client")
    PrismaClient = client.PrismaClient as typeof PrismaClient
  }, 60_000)

  test.each([
    { number: 0, options: undefined },
    { number: 1, options: {} },
    { number: 1, options: { log: ["error"] } },
    { number: 2, options: { datasourceUrl: "file:dev.db" } },
    { number: 2, options: { datasources: { db: { url: "file:dev.db" } } } },
  ])("refuses $options", ({ number, options }) => {
    const message = messageOf(() => new PrismaClient(options))
    expect(reproduces("prisma-needs-adapter", [number]).missingIn([message])).toEqual([])
  })
})

describe("@prisma/client, of which nothing was generated", () => {
  const require = createRequire(join(root, "package.json"))

  test("isn't found by Node.js", () => {
    const message = messageOf(() => require("@prisma/client"))
    expect(reproduces("prisma-client-not-generated", [1]).missingIn([message])).toEqual([])
  })

  test("has no PrismaClient for TypeScript", () => {
    const path = join(root, "demo/starter/of-version-6.ts")
    const host = ts.createCompilerHost({})
    const { fileExists, getSourceFile } = host
    const source = `import { PrismaClient } from "@prisma/client"\nexport { PrismaClient }\n`
    host.fileExists = (name) => name === path || fileExists(name)
    host.getSourceFile = (name, target) =>
      name === path ? ts.createSourceFile(name, source, target) : getSourceFile(name, target)
    const { Bundler } = ts.ModuleResolutionKind
    const options = {
      noEmit: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: Bundler,
      types: [],
    }
    const program = ts.createProgram([path], options, host)
    const found = program.getSemanticDiagnostics(program.getSourceFile(path))
    const texts = found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))
    expect(reproduces("prisma-client-not-generated", [2]).missingIn(texts)).toEqual([])
  })

  test("says so, where its install script has run", () => {
    // What that script, of Prisma 6 and earlier, leaves in node_modules/.prisma.
    const { PrismaClient } = require("@prisma/client/scripts/default-index.js")
    const message = messageOf(() => new PrismaClient())
    expect(reproduces("prisma-client-not-generated", [3]).missingIn([message])).toEqual([])
  })
})
