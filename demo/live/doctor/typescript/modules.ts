import ts from "typescript"
import type { Unread } from "../finding"
import { lineAt, nameOf, type SourceFile } from "../source-file"

export type Import = {
  /** As it's written: `@/prisma`, `next-auth`. */
  from: string
  /** What is imported: a name, `default`, or `*`. */
  name: string
}

/** A TypeScript or JavaScript file, parsed. */
export type Module = {
  path: string
  source: ts.SourceFile
  /** By their names in the file. */
  imports: ReadonlyMap<string, Import>
  /** All modules that are imported or reexported for more than types, with the lines. */
  importedFrom: { from: string; line: number }[]
}

export type Modules = readonly Module[]

/** A part of a module. */
export type Located<Node extends ts.Node = ts.Expression> = { node: Node; module: Module }

/** Parses files. One whose syntax is wrong, such as half a file, is reported, and left out. */
export function readModules(
  files: readonly SourceFile[],
  report: (problem: Unread) => void,
): Modules {
  return files.flatMap((file) => {
    const module = readModule(file)
    const problem = syntaxProblem(module)
    if (problem) report(problem)
    return problem ? [] : [module]
  })
}

/** What TypeScript's parser notes about a file. It has no public name: typescript-eslint reads it too. */
type Parsed = ts.SourceFile & { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }

function syntaxProblem({ path, source }: Module): Unread | undefined {
  const [first] = (source as Parsed).parseDiagnostics ?? []
  if (!first) return undefined
  const message = ts.flattenDiagnosticMessageText(first.messageText, " ")
  return {
    file: path,
    line: lineAt(source.text, first.start),
    message: `TypeScript can't read this file: ${message} If you pasted a part of it, paste the whole file.`,
  }
}

function readModule({ path, text }: SourceFile): Module {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports = new Map<string, Import>()
  const importedFrom: Module["importedFrom"] = []
  const note = (node: ts.Node, specifier: ts.Expression | undefined) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    importedFrom.push({ from: specifier.text, line: lineAt(text, node.getStart(source)) })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) {
      note(node, node.moduleSpecifier)
      for (const [local, found] of namesIn(node)) imports.set(local, found)
    } else if (ts.isExportDeclaration(node) && !node.isTypeOnly) note(node, node.moduleSpecifier)
    else if (ts.isCallExpression(node) && isLoad(node)) note(node, node.arguments[0])
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { path, source, imports, importedFrom }
}

/** `import("…")` or `require("…")`. */
const isLoad = ({ expression }: ts.CallExpression) =>
  expression.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(expression) && expression.text === "require")

function namesIn({ importClause, moduleSpecifier }: ts.ImportDeclaration): [string, Import][] {
  if (!importClause || !ts.isStringLiteral(moduleSpecifier)) return []
  const from = moduleSpecifier.text
  const { name, namedBindings } = importClause
  return [
    ...(name ? [[name.text, { from, name: "default" }] as [string, Import]] : []),
    ...(namedBindings && ts.isNamespaceImport(namedBindings)
      ? [[namedBindings.name.text, { from, name: "*" }] as [string, Import]]
      : []),
    ...(namedBindings && ts.isNamedImports(namedBindings)
      ? namedBindings.elements
          .filter(({ isTypeOnly }) => !isTypeOnly)
          .map((one): [string, Import] => [
            one.name.text,
            { from, name: (one.propertyName ?? one.name).text },
          ])
      : []),
  ]
}

/**
 * The file of the app that an import means, or `undefined` for a package or a file that wasn't given.
 * Pasted files have no folders, so the names are compared, from their ends.
 */
export function importedModule(
  modules: Modules,
  importer: Module,
  from: string,
): Module | undefined {
  if (!/^(\.{1,2}\/|[@~#]\/)/.test(from)) return undefined
  const wanted = from.replace(/^([@~#]|\.{1,2})\/((\.\.\/)*)/, "").replace(/\.[cm]?[jt]sx?$/, "")
  const fits = ({ path }: Module) => {
    const name = path.replace(/\.[cm]?[jt]sx?$/, "").replace(/\/index$/, "")
    return name === wanted || name.endsWith(`/${wanted}`)
  }
  const others = modules.filter((one) => one !== importer)
  const folder = importer.path.replace(/[^/]*$/, "")
  return (
    (from.startsWith("./") &&
      others.find((one) => fits(one) && one.path.startsWith(folder + wanted))) ||
    others.find(fits) ||
    others.find(({ path }) => !path.includes("/") && nameOf(path) === wanted.replace(/^.*\//, ""))
  )
}

/** Where a part of a module stands. */
export const placeOf = ({ node, module }: Located<ts.Node>) => ({
  file: module.path,
  line: lineAt(module.source.text, node.getStart(module.source)),
})

/** Every node of a module that `pick` takes. */
export function nodesIn<Node extends ts.Node>(
  module: Module,
  pick: (node: ts.Node) => node is Node,
): Located<Node>[] {
  const found: Located<Node>[] = []
  const visit = (node: ts.Node): void => {
    if (pick(node)) found.push({ node, module })
    ts.forEachChild(node, visit)
  }
  visit(module.source)
  return found
}
