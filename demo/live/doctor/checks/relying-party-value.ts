import ts from "typescript"
import type { Modules } from "../typescript/modules"
import { objectView, resolve, type ObjectView } from "../typescript/resolve"

/** A value of `relayingParty`: one, or the first of a list. */
export function relyingPartyValue(modules: Modules, { members }: ObjectView, name: string) {
  const party = members.get("relayingParty")
  const value = party && objectView(modules, party).members.get(name)
  const found = value && resolve(modules, value)
  if (!found || !ts.isArrayLiteralExpression(found.node)) return found
  const [first] = found.node.elements
  return first && { node: first, module: found.module }
}
