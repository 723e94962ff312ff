import ts from "typescript"
import { nodesIn, type Located, type Modules } from "./modules"
import { objectView, resolve, stringOf } from "./resolve"

export type Header = {
  /** Its value, with … for what only a running app knows. */
  value: string
  at: Located
}

/** Every place where the files set a header, in any of the forms that Next.js has for it. */
export function headersNamed(modules: Modules, name: string): Header[] {
  return modules.flatMap((module) =>
    nodesIn(module, isName).flatMap(({ node }) => {
      if (node.text.toLowerCase() !== name.toLowerCase()) return []
      const value = valueBeside(node)
      const text = value && textOf(modules, { node: value, module })
      return value && text !== undefined ? [{ value: text, at: { node: value, module } }] : []
    }),
  )
}

const isName = (node: ts.Node): node is ts.StringLiteralLike => ts.isStringLiteralLike(node)

/** The value that belongs to a name: `{ key, value }`, `{ [name]: value }`, `(name, value)`, `[name, value]`. */
function valueBeside(name: ts.StringLiteralLike): ts.Expression | undefined {
  const { parent } = name
  if (ts.isCallExpression(parent)) return parent.arguments[parent.arguments.indexOf(name) + 1]
  if (ts.isArrayLiteralExpression(parent)) return parent.elements[parent.elements.indexOf(name) + 1]
  if (!ts.isPropertyAssignment(parent)) return undefined
  if (parent.name === name) return parent.initializer
  const isKey = ts.isIdentifier(parent.name) && parent.name.text === "key"
  if (!isKey || !ts.isObjectLiteralExpression(parent.parent)) return undefined
  const sibling = parent.parent.properties.find(
    (one) => one.name && ts.isIdentifier(one.name) && one.name.text === "value",
  )
  if (sibling && ts.isShorthandPropertyAssignment(sibling)) return sibling.name
  return sibling && ts.isPropertyAssignment(sibling) ? sibling.initializer : undefined
}

function textOf(modules: Modules, start: Located, steps = 10): string | undefined {
  const { node, module } = resolve(modules, start)
  const go = (part: ts.Expression) => textOf(modules, { node: part, module }, steps - 1)
  if (steps === 0) return undefined
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce(
      (text, { expression, literal }) => text + (go(expression) ?? "…") + literal.text,
      node.head.text,
    )
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return `${go(node.left) ?? "…"}${go(node.right) ?? "…"}`
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
    return undefined
  const { expression: receiver, name } = node.expression
  // What takes line breaks and spaces out.
  if (/^(replace|replaceAll|trim)$/.test(name.text)) return go(receiver)
  if (name.text !== "join") return undefined
  const list = resolve(modules, { node: receiver, module })
  if (!ts.isArrayLiteralExpression(list.node)) return undefined
  const separator = node.arguments[0] ? (go(node.arguments[0]) ?? ",") : ","
  return list.node.elements
    .map((part) => textOf(modules, { node: part, module: list.module }, steps - 1) ?? "…")
    .join(separator)
}

/**
 * The `source`s of the rules of `next.config` that a header may be in: of the one around it, or of all rules
 * in its file, where it's in a list of its own.
 */
export function sourcesOf(modules: Modules, { node, module }: Located): string[] {
  for (let around: ts.Node = node; around.parent; around = around.parent) {
    if (!ts.isObjectLiteralExpression(around)) continue
    const source = sourceOf(modules, { node: around, module })
    if (source !== undefined) return [source]
  }
  return nodesIn(module, ts.isObjectLiteralExpression).flatMap(
    (rule) => sourceOf(modules, rule) ?? [],
  )
}

function sourceOf(modules: Modules, rule: Located): string | undefined {
  const { members } = objectView(modules, rule)
  return members.has("headers") ? stringOf(modules, members.get("source")) : undefined
}
