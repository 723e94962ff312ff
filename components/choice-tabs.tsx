import { useId, type ReactNode } from "react"
import { choices, valuesOf, type ChoiceName } from "./choices"
import textStyles from "./text.module.css"

/**
 * A choice on the block of code that it changes, of which `children` has one variant for each option.
 * It's the same choice as in the chooser: see follow-choice-tabs.ts. Which option is marked follows from
 * `choiceTabStyles`, so that it's right at the first paint.
 */
export function ChoiceTabs({ name, children }: { name: ChoiceName; children: ReactNode }) {
  const group = useId()
  return (
    <div className="choice-tabs-block">
      <fieldset className="choice-tabs">
        <legend className={textStyles.visuallyHidden}>{choices[name].label}</legend>
        {valuesOf(name).map((value) => (
          <label key={value}>
            <input type="radio" name={group} value={value} />
            {choices[name].options[value]}
          </label>
        ))}
      </fieldset>
      {children}
    </div>
  )
}
