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

/** Source files by their paths and texts: those of packages, and what a page has left as it was. */
const parsed = new Map<string, ts.SourceFile | undefined>()

/** Parses a file, or returns the one that was parsed before. */
function parseOnce(key: string, parse: () => ts.SourceFile | undefined) {
  if (!parsed.has(key)) parsed.set(key, parse())
  return parsed.get(key)
}

/** The last program for each generated client. The next one resolves only what has changed. */
const programs = new Map<string, ts.Program>()

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
  // What a file of the reader's imports may have come or gone since the last program.
  host.hasInvalidatedResolutions = (path) => path.startsWith(app)
  host.getSourceFile = (path, target) => {
    const own = sources.get(path)
    if (own !== undefined)
      return parseOnce(`${path}\0${own}`, () => ts.createSourceFile(path, own, target, true))
    const real = realOf(path)
    if (real === path) return parseOnce(path, () => getSourceFile(path, target))
    return parseOnce(`${path}\0${real}`, () => {
      const text = ts.sys.readFile(real)
      return text === undefined ? undefined : ts.createSourceFile(path, text, target)
    })
  }
  const names = [...sources.keys()].filter((path) => /\.tsx?$/.test(path))
  const program = ts.createProgram([...declarations, ...names], options, host, programs.get(client))
  programs.set(client, program)
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
