import { z } from "zod"
import { choices, valuesOf } from "../../../../components/choices"

const valueOf = (name: keyof typeof choices) => z.enum(valuesOf(name) as [string, ...string[]])

/** What the starter can be downloaded for: the query of `/api/starter`. Each choice has a default. */
export const starterChoices = z
  .object({
    database: valueOf("database").default(valuesOf("database")[0] ?? ""),
    packageManager: valueOf("packageManager").default(valuesOf("packageManager")[0] ?? ""),
  })
  .strict()

export type StarterChoices = z.infer<typeof starterChoices>

/** All that can be chosen, for whoever asked for something else. */
export const availableChoices = Object.fromEntries(
  Object.keys(starterChoices.shape).map((name) => [name, valuesOf(name as keyof typeof choices)]),
)
