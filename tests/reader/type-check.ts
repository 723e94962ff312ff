import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import ts from "typescript"
import { root } from "../../scripts/root"
import type { Files } from "./shown-files"

/** Where the reader's app would be: in the checkout, so that packages are found. Nothing is written. */
const app = join(root, ".cache/shown-files")

/** What Next.js declares, and the types of a package that isn't installed here. */
const declarations = ["next-env.d.ts", "tests/support/adapter-mssql.d.ts"].map((path) =>
  join(root, path),
)

/** Source files of packages, which every program has in common. */
const packages = new Map<string, ts.SourceFile | undefined>()

/** Where the generated Prisma client for a database is. */
export function clientOf(database: string): string {
  const own = join(root, "demo/recipes", database, "generated")
  return existsSync(own) ? own : join(root, "demo/starter/generated")
}

/**
 * Type-checks a reader's files in one program, with the packages of this checkout.
 *
 * @param files  All that the reader has.
 * @param client The folder that stands for their `generated/`.
 * @returns What is wrong, as in `auth.ts: Cannot find name 'x'.`
 */
export function typeCheck(files: Files, client: string): string[] {
  const sources = new Map([...files].map(([path, text]) => [join(app, path), text]))
  /** The real path of what is in the reader's `generated/`. */
  const realOf = (path: string) =>
    path.startsWith(join(app, "generated"))
      ? client + path.slice(join(app, "generated").length)
      : path
  const folders = new Set([...sources.keys()].flatMap(foldersAbove))
  const options = optionsOfApp()
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile, directoryExists } = host
  host.fileExists = (path) => sources.has(path) || fileExists(realOf(path))
  host.readFile = (path) => sources.get(path) ?? readFile(realOf(path))
  host.directoryExists = (path) => folders.has(path) || !!directoryExists?.(realOf(path))
  host.realpath = (path) => path
  host.getSourceFile = (path, target) => {
    const own = sources.get(path)
    if (own !== undefined) return ts.createSourceFile(path, own, target, true)
    const real = realOf(path)
    if (real !== path) {
      const text = ts.sys.readFile(real)
      return text === undefined ? undefined : ts.createSourceFile(path, text, target)
    }
    if (!packages.has(path)) packages.set(path, getSourceFile(path, target))
    return packages.get(path)
  }
  const names = [...sources.keys()].filter((path) => /\.tsx?$/.test(path))
  const program = ts.createProgram([...declarations, ...names], options, host)
  return names.flatMap((name) => {
    const file = program.getSourceFile(name)
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]
    return found.map(
      ({ messageText }) =>
        `${name.slice(app.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    )
  })
}

/** As create-next-app sets them. */
function optionsOfApp(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, "demo/starter/tsconfig.json"), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, app)
  return { ...options, incremental: false, noEmit: true }
}

function foldersAbove(path: string): string[] {
  const folder = dirname(path)
  return folder.length <= app.length ? [app] : [folder, ...foldersAbove(folder)]
}
