import ts from "typescript"
import type { Located } from "../typescript/modules"
import { withoutWrappers } from "../typescript/without-wrappers"

/** The texts that a function may return. */
export function addressesReturned({ node, module }: Located): Located[] {
  const found: Located[] = []
  const returns = (value: ts.Expression): void => {
    const inner = withoutWrappers(value)
    if (ts.isStringLiteralLike(inner) || ts.isTemplateExpression(inner))
      found.push({ node: inner, module })
    else if (ts.isConditionalExpression(inner)) [inner.whenTrue, inner.whenFalse].forEach(returns)
    else if (ts.isBinaryExpression(inner) && isChoice(inner))
      [inner.left, inner.right].forEach(returns)
  }
  const visit = (child: ts.Node): void => {
    // What a function inside it returns is something else.
    if (ts.isFunctionLike(child)) return
    if (ts.isReturnStatement(child) && child.expression) returns(child.expression)
    ts.forEachChild(child, visit)
  }
  const body =
    ts.isFunctionLike(node) && "body" in node ? (node.body as ts.Node | undefined) : undefined
  if (!body) return []
  if (ts.isBlock(body)) ts.forEachChild(body, visit)
  else returns(body as ts.Expression)
  return found
}

const isChoice = ({ operatorToken }: ts.BinaryExpression) =>
  [
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.QuestionQuestionToken,
  ].includes(operatorToken.kind)
