import ts from "typescript"
import type { Found } from "../finding"
import type { App } from "../read-app"
import { nameOf } from "../source-file"
import { importedModule, type Module, type Modules } from "../typescript/modules"
import { constructionsOfPrisma } from "../typescript/prisma-client"
import { exported, objectView, stringOf } from "../typescript/resolve"
import { withoutWrappers } from "../typescript/without-wrappers"

/** Files that run on the edge and reach the database through what they import. */
export function checkEdge({ modules, authCalls }: App): Found[] {
  const needNode = new Set([
    ...authCalls
      .filter(({ config }) => config.members.has("adapter"))
      .map(({ call }) => call.module),
    ...constructionsOfPrisma(modules).map(({ module }) => module),
  ])
  return modules
    .filter((module) => runtimeOf(modules, module) === "edge")
    .flatMap((module) => {
      const reached = module.importedFrom.find(({ from }) => {
        const imported = importedModule(modules, module, from)
        return imported && [...reachedFrom(modules, imported)].some((one) => needNode.has(one))
      })
      if (!reached && !needNode.has(module)) return []
      return [
        {
          id: "edge-runtime" as const,
          subject: module.path,
          file: module.path,
          line: reached?.line ?? 1,
        },
      ]
    })
}

/** `middleware.ts` runs on the edge unless it says otherwise, and everything else on Node.js. */
function runtimeOf(modules: Modules, module: Module): string {
  const config = exported(modules, module, "config")
  const inConfig =
    config && ts.isObjectLiteralExpression(withoutWrappers(config.node))
      ? objectView(modules, config).members.get("runtime")
      : undefined
  const runtime = stringOf(modules, exported(modules, module, "runtime") ?? inConfig)
  if (runtime) return runtime.replace("experimental-edge", "edge")
  return nameOf(module.path) === "middleware" ? "edge" : "nodejs"
}

/** A file and all that it imports, directly or not. */
function reachedFrom(modules: Modules, start: Module): Set<Module> {
  const reached = new Set([start])
  for (const module of reached)
    for (const { from } of module.importedFrom) {
      const imported = importedModule(modules, module, from)
      if (imported) reached.add(imported)
    }
  return reached
}
