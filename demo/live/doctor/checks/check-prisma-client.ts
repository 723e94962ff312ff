import type { Found } from "../finding"
import type { App } from "../read-app"
import { placeOf } from "../typescript/modules"
import { constructionsOfPrisma } from "../typescript/prisma-client"
import { objectView } from "../typescript/resolve"
import { majorOfPrisma } from "./check-packages"

/** How the Prisma client is imported and made. Without a `package.json`, it's taken for Prisma 7. */
export function checkPrismaClient({ modules, packages, schemas }: App): Found[] {
  const isSeven = (majorOfPrisma(packages) ?? 7) >= 7
  const isGenerated = schemas.some(({ generators }) =>
    generators.some(({ provider }) => provider === "prisma-client"),
  )
  return constructionsOfPrisma(modules).flatMap((construction): Found[] => {
    const { node, module } = construction
    const [options] = node.arguments ?? []
    const view = options && objectView(modules, { node: options, module })
    const hasConnection =
      view && (view.isOpen || view.members.has("adapter") || view.members.has("accelerateUrl"))
    const from = module.imports.get(node.expression.getText(module.source))?.from
    const place = placeOf(construction)
    return [
      ...(isSeven && !hasConnection && !schemas.some(({ database }) => database === "mongodb")
        ? [
            {
              id: "prisma-without-driver-adapter" as const,
              subject: "new PrismaClient()",
              ...place,
            },
          ]
        : []),
      ...(isGenerated && from === "@prisma/client"
        ? [{ id: "prisma-client-import" as const, subject: from, ...place }]
        : []),
    ]
  })
}
