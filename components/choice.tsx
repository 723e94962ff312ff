import type { ReactNode } from "react"
import { attributeOf, choiceNames, choices, valuesOf, type ChoiceName } from "./choices"

type Wanted = { [name in ChoiceName]?: string }

type Props = Wanted & { except?: string; inline?: boolean; as?: "li"; children: ReactNode }

/**
 * A part of a page for readers who chose so: `<Choice database="sqlite">`, or for all but some:
 * `<Choice except="mongodb">`. Several values are separated by spaces. With `inline` it stands
 * within a sentence, with `as="li"` in a list.
 *
 * @throws {Error} When no choice has such a value: the build of the page fails.
 */
export function Choice({ inline, as, children, except, ...given }: Props) {
  const Element = as ?? (inline ? "span" : "div")
  const wanted = except === undefined ? given : allBut(except)
  const names = choiceNames.filter((name) => wanted[name] !== undefined)
  const labels = names.flatMap((name) =>
    (wanted[name] ?? "").split(" ").map((value) => labelOf(name, value)),
  )
  const attributes = Object.fromEntries(names.map((name) => [attributeOf(name), wanted[name]]))
  return (
    <Element className="choice" data-label={labels.join(", ")} {...attributes}>
      {children}
    </Element>
  )
}

/** The values of a choice, without some. No two choices have a value in common. */
function allBut(except: string): Wanted {
  const excepted = except.split(" ")
  const name = choiceNames.find((name) => valuesOf(name).includes(excepted[0] ?? ""))
  if (!name) throw new Error(`No choice has the value ${except}.`)
  for (const value of excepted) labelOf(name, value)
  return {
    [name]: valuesOf(name)
      .filter((value) => !excepted.includes(value))
      .join(" "),
  }
}

function labelOf(name: ChoiceName, value: string): string {
  const label = choices[name].options[value]
  if (label === undefined) throw new Error(`The choice ${name} has no value ${value}.`)
  return label
}
