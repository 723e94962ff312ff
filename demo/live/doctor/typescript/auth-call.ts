import ts from "typescript"
import { nameOf } from "../source-file"
import { nodesIn, type Located, type Module, type Modules } from "./modules"
import { objectView, resolve, type ObjectView } from "./resolve"
import { providersIn, type Providers } from "./providers"

/** A configuration of Auth.js. */
export type AuthConfig = ObjectView & Providers

/** A call of `NextAuth()`. */
export type AuthCall = {
  call: Located
  config: AuthConfig
  /** Whether it's in `proxy.ts` or `middleware.ts`, which often have a configuration of their own. */
  isInProxy: boolean
}

/** Whether a file is run before every request. */
export const isProxy = ({ path }: Module): boolean => /^(proxy|middleware)$/.test(nameOf(path))

/** Every call of `NextAuth()` whose configuration is in the files. */
export const findAuthCalls = (modules: Modules): AuthCall[] =>
  modules.flatMap((module) =>
    nodesIn(module, ts.isCallExpression)
      .filter(({ node }) => isNextAuth(module, node))
      .flatMap((call) => {
        const [argument] = call.node.arguments
        const config = argument && configOf(modules, { node: argument, module })
        return config ? [{ call, config, isInProxy: isProxy(module) }] : []
      }),
  )

function isNextAuth({ imports }: Module, { expression }: ts.CallExpression) {
  const found = ts.isIdentifier(expression) && imports.get(expression.text)
  return found && found.from === "next-auth" && found.name === "default"
}

/**
 * The configuration that an expression is: an object, a function that returns one, or a call that wraps
 * one, such as `safeRegistration(config, prisma)`.
 */
export function configOf(modules: Modules, start: Located, steps = 8): AuthConfig | undefined {
  if (steps === 0) return undefined
  const found = resolve(modules, start)
  const { node, module } = found
  if (ts.isObjectLiteralExpression(node)) {
    const view = objectView(modules, found)
    return { ...view, ...providersIn(modules, view.members.get("providers")) }
  }
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    const returned = returnedBy(node)
    return returned && configOf(modules, { node: returned, module }, steps - 1)
  }
  if (ts.isCallExpression(node))
    return node.arguments
      .map((argument) => configOf(modules, { node: argument, module }, steps - 1))
      .find((config) => config?.members.has("providers"))
  return undefined
}

function returnedBy({ body }: ts.ArrowFunction | ts.FunctionExpression) {
  if (!ts.isBlock(body)) return body
  return body.statements.find(ts.isReturnStatement)?.expression
}
