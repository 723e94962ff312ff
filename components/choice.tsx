import type { ReactNode } from "react"
import { attributeOf, choiceNames, choices, type ChoiceName } from "./choices"

type Props = { [name in ChoiceName]?: string } & { inline?: boolean; children: ReactNode }

/**
 * A part of a page for readers who chose so: `<Choice database="sqlite">`. Several values are
 * separated by spaces. With `inline` it stands within a sentence.
 */
export function Choice({ inline, children, ...wanted }: Props) {
  const Element = inline ? "span" : "div"
  const names = choiceNames.filter((name) => wanted[name] !== undefined)
  const labels = names.flatMap((name) =>
    (wanted[name] ?? "").split(" ").map((value) => choices[name].options[value] ?? value),
  )
  const attributes = Object.fromEntries(names.map((name) => [attributeOf(name), wanted[name]]))
  return (
    <Element className="choice" data-label={labels.join(", ")} {...attributes}>
      {children}
    </Element>
  )
}
