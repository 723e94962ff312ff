import ts from "typescript"
import { importedModule, type Located, type Module, type Modules } from "./modules"
import { withoutWrappers } from "./without-wrappers"

/**
 * Follows names to what they stand for: constants of the file, exports of other files that were given,
 * and properties of object literals. What leads out of the files, such as an import of a package, stays as
 * it is, and so does a name that leads back to itself.
 */
export function resolve(modules: Modules, start: Located): Located {
  const seen = new Set<ts.Node>()
  let here = { ...start, node: withoutWrappers(start.node) }
  while (!seen.has(here.node)) {
    seen.add(here.node)
    const next = step(modules, here)
    if (!next) break
    here = { ...next, node: withoutWrappers(next.node) }
  }
  return here
}

function step(modules: Modules, { node, module }: Located): Located | undefined {
  if (ts.isAwaitExpression(node)) return { node: node.expression, module }
  if (ts.isIdentifier(node)) {
    const local = constantIn(module, node.text)
    if (local) return { node: local, module }
    const found = module.imports.get(node.text)
    const from = found && importedModule(modules, module, found.from)
    return from && exported(modules, from, found.name)
  }
  if (ts.isPropertyAccessExpression(node))
    return objectView(modules, { node: node.expression, module }).members.get(node.name.text)
  return undefined
}

function constantIn({ source }: Module, name: string): ts.Expression | undefined {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name: declared, initializer } of statement.declarationList.declarations)
      if (ts.isIdentifier(declared) && declared.text === name) return initializer
  }
  return undefined
}

/** What a module exports under a name, also if it's from another one. */
export function exported(
  modules: Modules,
  module: Module,
  name: string,
  passed: readonly Module[] = [],
): Located | undefined {
  if (passed.includes(module)) return undefined
  for (const statement of module.source.statements) {
    if (ts.isExportAssignment(statement) && name === "default")
      return { node: statement.expression, module }
    if (!ts.isExportDeclaration(statement) || !statement.exportClause) continue
    if (!ts.isNamedExports(statement.exportClause)) continue
    for (const one of statement.exportClause.elements) {
      if (one.name.text !== name) continue
      const original = (one.propertyName ?? one.name).text
      const from = statement.moduleSpecifier
      if (!from) return located(constantIn(module, original), module)
      const other = ts.isStringLiteral(from) && importedModule(modules, module, from.text)
      return other ? exported(modules, other, original, [...passed, module]) : undefined
    }
  }
  return located(constantIn(module, name), module)
}

const located = (node: ts.Expression | undefined, module: Module) =>
  node ? { node, module } : undefined

export type ObjectView = {
  /** Properties and methods. A method is its function. */
  members: Map<string, Located>
  /** Whether it may have others: it spreads something that isn't in the files. */
  isOpen: boolean
}

/** Of each literal. Nodes are parsed anew for each diagnosis. */
const views = new WeakMap<ts.Node, ObjectView>()

/** The properties of an object literal, with those of the objects that it spreads. */
export function objectView(modules: Modules, start: Located): ObjectView {
  const { node, module } = resolve(modules, start)
  const known = views.get(node)
  if (known) return known
  const members: ObjectView["members"] = new Map()
  // What an object that spreads itself sees of itself.
  views.set(node, { members, isOpen: true })
  if (!ts.isObjectLiteralExpression(node)) return { members, isOpen: true }
  let isOpen = false
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = objectView(modules, { node: property.expression, module })
      for (const [name, member] of [...spread.members]) members.set(name, member)
      isOpen ||= spread.isOpen
      continue
    }
    const name = nameOfProperty(property)
    if (name === undefined) isOpen = true
    else members.set(name, { node: valueOf(property), module })
  }
  const view = { members, isOpen }
  views.set(node, view)
  return view
}

function nameOfProperty({ name }: ts.ObjectLiteralElementLike): string | undefined {
  if (!name) return undefined
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text
  return undefined
}

function valueOf(property: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>) {
  if (ts.isPropertyAssignment(property)) return property.initializer
  if (ts.isShorthandPropertyAssignment(property)) return property.name
  // A method or an accessor, which is looked into like a function.
  return property as unknown as ts.Expression
}

/** The text of a string, where it's written out in the files. */
export function stringOf(modules: Modules, start: Located | undefined): string | undefined {
  if (!start) return undefined
  const { node } = resolve(modules, start)
  return ts.isStringLiteralLike(node) ? node.text : undefined
}

/** Which import a name comes from, where it leads out of the files. */
export function importOf({ node, module }: Located) {
  const name = withoutWrappers(node)
  return ts.isIdentifier(name) ? module.imports.get(name.text) : undefined
}
