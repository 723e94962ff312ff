import { z } from "zod"
import { extras as extraRecipes, starterValues, worksWith } from "../../download/starter-options"

const valueOf = (name: keyof typeof starterValues) => {
  const [first = "", ...rest] = starterValues[name]
  return z.enum([first, ...rest]).default(first)
}

const extraNames = Object.keys(extraRecipes)

/** What to do about an extra that was chosen without one that it requires. */
const adviceFor = (name: string, required: string) =>
  `The extra ${name} doesn't work without ${required}: add ${required} to extras, or leave ${name} out.`

/** Names with commas between them. A form sends the parameter once for each instead. */
const namesIn = (value: unknown): unknown =>
  typeof value === "string" ? value.split(",").filter(Boolean) : value

/**
 * What the starter can be downloaded for: the query of `/api/starter`. Where nothing is said, it is
 * the first value of each choice, and every extra that works with the database.
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
    const available = extraNames.filter((name) => worksWith(name, choices.database))
    // The form sends an empty one, so that none can be chosen.
    const chosen = extras?.filter(Boolean) ?? available
    if (new Set(chosen).size < chosen.length || chosen.some((name) => !available.includes(name)))
      context.addIssue({ code: "custom", message: "These extras cannot be chosen." })
    for (const name of chosen)
      for (const required of extraRecipes[name]?.requires ?? [])
        if (!chosen.includes(required))
          context.addIssue({ code: "custom", params: { advice: adviceFor(name, required) } })
    // In one order, so that the same choices are the same bytes.
    return { ...choices, extras: available.filter((name) => chosen.includes(name)) }
  })

/** What somebody can do about choices that were refused, if there's more to say than what there is. */
export const adviceIn = ({ issues }: z.ZodError): string | undefined =>
  issues
    .map((issue) => (issue.code === "custom" ? issue.params?.advice : undefined))
    .find((advice): advice is string => typeof advice === "string")

export type StarterChoices = z.infer<typeof starterChoices>

/** All that can be chosen, for whoever asked for something else. */
export const availableChoices = {
  ...starterValues,
  extras: Object.fromEntries(
    extraNames.map((name) => [
      name,
      starterValues.database.filter((database) => worksWith(name, database)),
    ]),
  ),
}
