import ts from "typescript"
import type { Found } from "../finding"
import type { App } from "../read-app"
import { nodesIn, placeOf } from "../typescript/modules"
import { stringOf } from "../typescript/resolve"

/** What pages import and call. */
export const checkClient = ({ modules }: App): Found[] =>
  modules.flatMap((module) => [
    ...module.importedFrom
      .filter(({ from }) => from.startsWith("@simplewebauth/"))
      .map(({ from, line }) => ({
        id: "misspelt-package" as const,
        subject: from,
        file: module.path,
        line,
      })),
    ...nodesIn(module, ts.isCallExpression).flatMap((call) => {
      const { expression, arguments: given } = call.node
      const callee = ts.isIdentifier(expression) && module.imports.get(expression.text)
      if (!callee || callee.from !== "next-auth/react" || callee.name !== "signIn") return []
      const provider = given[0] && stringOf(modules, { node: given[0], module })
      return provider === "passkey" || provider === "webauthn"
        ? [{ id: "wrong-sign-in-function" as const, subject: provider, ...placeOf(call) }]
        : []
    }),
  ])
