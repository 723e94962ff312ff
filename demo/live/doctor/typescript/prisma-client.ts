import ts from "typescript"
import { nodesIn, type Located, type Modules } from "./modules"

/** Every `new PrismaClient()`. */
export const constructionsOfPrisma = (modules: Modules): Located<ts.NewExpression>[] =>
  modules.flatMap((module) =>
    nodesIn(module, ts.isNewExpression).filter(
      ({ node }) =>
        ts.isIdentifier(node.expression) &&
        module.imports.get(node.expression.text)?.name === "PrismaClient",
    ),
  )
