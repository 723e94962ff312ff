import { z } from "zod"
import { choiceNames, valuesOf, type ChoiceName } from "../../../../components/choices"

const valueOf = (name: ChoiceName) => {
  const [first = "", ...rest] = valuesOf(name)
  return z.enum([first, ...rest]).default(first)
}

const ofEach = <Value>(make: (name: ChoiceName) => Value) =>
  Object.fromEntries(choiceNames.map((name) => [name, make(name)])) as Record<ChoiceName, Value>

/** The query of a page's address: what the reader has chosen. Without it, the first value of each. */
export const markdownChoices = z.object(ofEach(valueOf)).strict()

/** The value of each choice. */
export type Chosen = z.infer<typeof markdownChoices>

/** All that can be chosen, for whoever asked for something else. */
export const availableChoices = ofEach(valuesOf)

/** What a reader sees who hasn't chosen anything. */
export const defaultChoices: Chosen = markdownChoices.parse({})
