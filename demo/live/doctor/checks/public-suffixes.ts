import ts from "typescript"
import type { Found } from "../finding"
import { isPublicSuffix } from "../public-suffix"
import { importedModule, placeOf, type Located, type Modules } from "../typescript/modules"
import { importOf, objectView, resolve, stringOf, type ObjectView } from "../typescript/resolve"
import { relyingPartyValue } from "./relying-party-value"

/** RP IDs that browsers refuse wherever the app is. */
export function publicSuffixes(modules: Modules, options: ObjectView): Found[] {
  const ids = [
    relyingPartyValue(modules, options, "id"),
    ...idsOfFunction(modules, options.members.get("getRelayingParty")),
  ]
  return ids.flatMap((id): Found[] => {
    const subject = stringOf(modules, id)
    return id && subject && isPublicSuffix(subject)
      ? [{ id: "rp-id-public-suffix", subject, ...placeOf(id) }]
      : []
  })
}

/**
 * The ids of the relying parties in the file of a function: it may return one, or choose one from a list.
 * A relying party has an `origin` too.
 */
function idsOfFunction(modules: Modules, member: Located | undefined): Located[] {
  if (!member) return []
  const { module, node } = resolve(modules, member)
  const from = importOf({ node, module })?.from
  const file = from === undefined ? module : importedModule(modules, module, from)
  const found: Located[] = []
  const visit = (child: ts.Node): void => {
    if (ts.isObjectLiteralExpression(child) && file) {
      const { members } = objectView(modules, { node: child, module: file })
      const id = members.get("id")
      if (id && members.has("origin")) found.push(id)
    }
    ts.forEachChild(child, visit)
  }
  if (file) visit(file.source)
  return found
}
