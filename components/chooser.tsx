import { useEffect, useRef } from "react"
import { Choice } from "./choice"
import {
  attributeOf,
  choices,
  choose,
  chosen,
  followChosen,
  rememberChosen,
  valuesOf,
} from "./choices"
import type { ChoiceName } from "./choices"

/**
 * Says what the page is shown for, and lets the reader choose otherwise.
 *
 * @param props.names The choices that change something in the page.
 */
export function Chooser({ names }: { names: ChoiceName[] }) {
  useEffect(rememberChosen, [])
  return (
    <form className="chooser" aria-label="What this guide is shown for" autoComplete="off">
      {names.map((name) => (
        <Select key={name} name={name} />
      ))}
    </form>
  )
}

/**
 * A native select that shows nothing itself. What shows is text that the same rules choose as every
 * other variant in the page, so that it is right at the first paint, before this script runs.
 */
function Select({ name }: { name: ChoiceName }) {
  const select = useRef<HTMLSelectElement>(null)
  useEffect(
    () =>
      followChosen(() => {
        if (select.current) select.current.value = chosen(name)
      }),
    [name],
  )
  return (
    <label className="chooser-choice">
      <span className="chooser-label">{choices[name].label}</span>
      <span className="chooser-value" aria-hidden="true">
        {valuesOf(name).map((value) => (
          <Choice key={value} inline {...{ [name]: value }}>
            {choices[name].options[value]}
          </Choice>
        ))}
      </span>
      <select
        ref={select}
        data-sets={attributeOf(name)}
        onChange={(event) => choose(name, event.target.value)}
      >
        {valuesOf(name).map((value) => (
          <option key={value} value={value}>
            {choices[name].options[value]}
          </option>
        ))}
      </select>
    </label>
  )
}
