import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import ts from "typescript"
import { prismaGenerate } from "../../scripts/generate"
import { root } from "../../scripts/root"

/**
 * Writes an app into the checkout, where its packages are found, and returns what TypeScript says of it.
 *
 * @param client The folder whose generated Prisma client it gets. Without one, its own is generated.
 */
export async function typeCheckApp(
  files: ReadonlyMap<string, string>,
  client?: string,
): Promise<string[]> {
  await mkdir(join(root, ".cache"), { recursive: true })
  const app = await mkdtemp(join(root, ".cache/zip-"))
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(app, path)), { recursive: true })
      await writeFile(join(app, path), text)
    }
    if (client)
      await cp(join(root, client, "generated"), join(app, "generated"), { recursive: true })
    else await prismaGenerate(join(root, "node_modules/prisma/build/index.js"), app)
    // The adapter of SQL Server is not installed here: these are its types.
    await symlink(join(root, "tests/support/adapter-mssql.d.ts"), join(app, "adapter-mssql.d.ts"))
    await writeFile(join(app, "next-env.d.ts"), '/// <reference types="next" />\n')
    return mistakesIn(app)
  } finally {
    await rm(app, { recursive: true })
  }
}

function mistakesIn(app: string): string[] {
  const { config } = ts.readConfigFile(join(app, "tsconfig.json"), ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, app)
  if (!fileNames.includes(join(app, "auth.ts"))) throw new Error("auth.ts is not checked.")
  // What linters say of imports that an edit has left behind.
  const strict = { ...options, incremental: false, noUnusedLocals: true }
  const program = ts.createProgram(fileNames, strict, hostWithCache(strict))
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => !file?.fileName.startsWith(join(app, "generated")))
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    )
}

/** The packages' types, which are the same in every app. Reading them takes most of the time. */
const packageTypes = new Map<string, ts.SourceFile | undefined>()

function hostWithCache(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (path, ...rest) => {
    if (!path.includes("/node_modules/")) return read(path, ...rest)
    if (!packageTypes.has(path)) packageTypes.set(path, read(path, ...rest))
    return packageTypes.get(path)
  }
  return host
}
