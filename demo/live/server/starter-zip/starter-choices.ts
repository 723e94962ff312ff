import { z } from "zod"
import {
  defaultExtras,
  extras as extraRecipes,
  limitingChoices,
  limitsOf,
  starterValues,
  worksWith,
} from "../../download/starter-options"

const valueOf = (name: keyof typeof starterValues) => {
  const [first = "", ...rest] = starterValues[name]
  return z.enum([first, ...rest]).default(first)
}

const extraNames = Object.keys(extraRecipes)

/** Names with commas between them. A form sends the parameter once for each instead. */
const namesIn = (value: unknown): unknown =>
  typeof value === "string" ? value.split(",").filter(Boolean) : value

/**
 * What the starter can be downloaded for: the query of `/api/starter`. Where nothing is said, it is
 * the first value of each choice, and every extra of `defaultExtras` that works with these.
 */
export const starterChoices = z
  .object({
    database: valueOf("database"),
    packageManager: valueOf("packageManager"),
    signIn: valueOf("signIn"),
    session: valueOf("session"),
    extras: z.preprocess(namesIn, z.array(z.string()).optional()),
  })
  .strict()
  .transform(({ extras, ...choices }, context) => {
    // The form sends an empty one, so that none can be chosen.
    const chosen =
      extras?.filter(Boolean) ?? defaultExtras.filter((name) => worksWith(name, choices))
    if (new Set(chosen).size < chosen.length || chosen.some((name) => !extraNames.includes(name)))
      context.addIssue({ code: "custom", message: "These extras cannot be chosen." })
    const known = extraNames.filter((name) => chosen.includes(name))
    for (const advice of known.flatMap((name) => adviceFor(name, choices, chosen)))
      context.addIssue({ code: "custom", params: { advice } })
    // In one order, so that the same choices are the same bytes.
    return { ...choices, extras: known }
  })

/** What to do about an extra that was chosen without what it requires. */
function adviceFor(name: string, choices: Record<string, string>, chosen: string[]): string[] {
  const limits = limitsOf(name)
  const wrong = limitingChoices.filter(
    (choice) => limits[choice]?.includes(choices[choice] ?? "") === false,
  )
  const missing = extraRecipes[name]?.requires?.filter((one) => !chosen.includes(one)) ?? []
  return [
    ...wrong.map(
      (choice) =>
        `The extra ${name} doesn't work with ${choice}=${choices[choice]}: choose ${limits[choice]?.join(" or ")}, or leave ${name} out.`,
    ),
    ...missing.map(
      (one) =>
        `The extra ${name} doesn't work without ${one}: add ${one} to extras, or leave ${name} out.`,
    ),
  ]
}

/** What somebody can do about choices that were refused, if there's more to say than what there is. */
export const adviceIn = ({ issues }: z.ZodError): string | undefined =>
  issues
    .map((issue) => (issue.code === "custom" ? issue.params?.advice : undefined))
    .find((advice): advice is string => typeof advice === "string")

export type StarterChoices = z.infer<typeof starterChoices>

/** All that can be chosen, for whoever asked for something else. Extras have the databases that they work with. */
export const availableChoices = {
  ...starterValues,
  extras: Object.fromEntries(
    extraNames.map((name) => [
      name,
      starterValues.database.filter((database) => worksWith(name, { database })),
    ]),
  ),
}
