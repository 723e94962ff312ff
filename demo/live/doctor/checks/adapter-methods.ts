import ts from "typescript"
import type { Located, Modules } from "../typescript/modules"
import { importOf, objectView, resolve } from "../typescript/resolve"

/** What Auth.js requires for passkeys beside what every adapter has (`assertConfig` in @auth/core). */
const methods = [
  "getAccount",
  "getAuthenticator",
  "createAuthenticator",
  "listAuthenticatorsByUserId",
  "updateAuthenticatorCounter",
]

/** Of Auth.js's own adapters, those that have the methods: the page /support-matrix. */
const withMethods = /^@auth\/(prisma|drizzle|unstorage|surrealdb)-adapter$/

/**
 * An adapter's package that has no passkeys, or the methods that one written by hand lacks. `undefined`
 * where it has them, or where the files don't tell.
 */
export function adapterWithoutMethods(modules: Modules, adapter: Located): string | undefined {
  const at = resolve(modules, adapter)
  const { node, module } = at
  if (ts.isCallExpression(node)) {
    const from = importOf({ node: node.expression, module })?.from ?? ""
    return /^@(next-)?auth\/[\w-]+-adapter$/.test(from) && !withMethods.test(from)
      ? from
      : undefined
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined
  const { members, isOpen } = objectView(modules, at)
  const missing = methods.filter((name) => !members.has(name))
  return isOpen || missing.length === 0 ? undefined : `it lacks ${missing.join(", ")}`
}
