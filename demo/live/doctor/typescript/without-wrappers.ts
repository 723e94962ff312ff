import ts from "typescript"

/** An expression without what doesn't change its value: parentheses, `as`, `satisfies` and `!`. */
export function withoutWrappers(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
    ? withoutWrappers(node.expression)
    : node
}
