import { choiceNames, choose, chosen, followChosen, valuesOf } from "./choices"

/**
 * Makes the tabs of all `<ChoiceTabs>` in the page work: an option that's chosen in one is chosen
 * everywhere.
 *
 * @returns A function that stops it.
 */
export function followChoiceTabs(): () => void {
  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(tabs)) return
    const name = choiceNames.find((name) => valuesOf(name).includes(target.value))
    if (!name) return
    // Other variants may be higher. What the reader chose from stays where it is in the window.
    const topPx = target.getBoundingClientRect().top
    choose(name, target.value)
    scrollBy({ top: target.getBoundingClientRect().top - topPx, behavior: "instant" })
  }
  document.addEventListener("change", onChange)
  const stop = followChosen(() => {
    const values = choiceNames.map(chosen)
    for (const tab of document.querySelectorAll<HTMLInputElement>(tabs))
      tab.checked = values.includes(tab.value)
  })
  return () => {
    document.removeEventListener("change", onChange)
    stop()
  }
}

const tabs = ".choice-tabs input"
