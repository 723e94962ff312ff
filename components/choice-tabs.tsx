import { useEffect, useId, useRef, type FormEvent, type ReactNode } from "react"
import { choices, choose, chosen, followChosen, valuesOf, type ChoiceName } from "./choices"
import textStyles from "./text.module.css"

/**
 * A choice on the block of code that it changes, of which `children` has one variant for each option.
 * It's the same choice as in the chooser. Which option is marked follows from `choiceTabStyles`, so that
 * it's right at the first paint.
 */
export function ChoiceTabs({ name, children }: { name: ChoiceName; children: ReactNode }) {
  const group = useId()
  const tabs = useRef<HTMLFieldSetElement>(null)
  useEffect(
    () =>
      followChosen(() => {
        const value = chosen(name)
        const input = tabs.current?.querySelector<HTMLInputElement>(`[value="${value}"]`)
        if (input) input.checked = true
      }),
    [name],
  )
  return (
    <div className="choice-tabs-block">
      <fieldset
        ref={tabs}
        className="choice-tabs"
        data-needs-script=""
        onChange={(event) => chooseInPlace(name, event)}
      >
        <legend className={textStyles.visuallyHidden}>{choices[name].label}</legend>
        {valuesOf(name).map((value) => (
          <label key={value} data-tab={value}>
            <input type="radio" name={group} value={value} />
            {choices[name].options[value]}
          </label>
        ))}
      </fieldset>
      {children}
    </div>
  )
}

/** Other variants may be higher. What the reader chose from stays where it is in the window. */
function chooseInPlace(name: ChoiceName, event: FormEvent<HTMLFieldSetElement>) {
  const { currentTarget, target } = event
  const topPx = currentTarget.getBoundingClientRect().top
  choose(name, (target as HTMLInputElement).value)
  const movedPx = currentTarget.getBoundingClientRect().top - topPx
  scrollBy({ top: movedPx, behavior: "instant" })
}
