import ts from "typescript"
import type { Located, Modules } from "./modules"
import { importOf, objectView, resolve, stringOf, type ObjectView } from "./resolve"

export type Provider = {
  /** The last part of the module that it's imported from (`passkey`), or its `type`. */
  name: string
  at: Located
  /** What it was given. `undefined`: nothing. */
  options?: ObjectView
}

export type Providers = {
  providers: Provider[]
  /** Whether there may be others. */
  hasUnknownProviders: boolean
}

const providerModule = /^(?:next-auth|@auth\/core)\/providers\/([\w-]+)$/

/** The providers of a configuration. */
export function providersIn(modules: Modules, list: Located | undefined): Providers {
  const found: Providers = { providers: [], hasUnknownProviders: false }
  if (list) collect(modules, list, found, 10)
  return found
}

function collect(modules: Modules, start: Located, found: Providers, steps: number): void {
  const at = resolve(modules, start)
  const { node, module } = at
  const go = (next: ts.Expression) => collect(modules, { node: next, module }, found, steps - 1)
  if (steps === 0) found.hasUnknownProviders = true
  else if (ts.isArrayLiteralExpression(node))
    node.elements.forEach((element) =>
      go(ts.isSpreadElement(element) ? element.expression : element),
    )
  else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(go)
  else if (ts.isBinaryExpression(node)) go(node.right)
  else {
    const provider = providerOf(modules, at)
    if (provider) found.providers.push({ ...provider, at: start })
    else found.hasUnknownProviders = true
  }
}

function providerOf(modules: Modules, at: Located): Provider | undefined {
  const { node, module } = at
  if (ts.isObjectLiteralExpression(node)) {
    const options = objectView(modules, at)
    const name = stringOf(modules, options.members.get("type"))
    return name ? { name, at, options } : undefined
  }
  const [callee, argument] = ts.isCallExpression(node)
    ? [node.expression, node.arguments[0]]
    : [node, undefined]
  const from = importOf({ node: callee, module })?.from
  const name = from && providerModule.exec(from)?.[1]
  if (!name) return undefined
  const options = argument && objectView(modules, { node: argument, module })
  return { name, at, ...(options && { options }) }
}

/** Whether a provider's ceremonies are WebAuthn's. */
export const isPasskey = ({ name }: Provider): boolean => name === "passkey" || name === "webauthn"
