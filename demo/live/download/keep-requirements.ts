import { extras } from "./starter-options"

/**
 * Ticks what an extra requires that was just ticked, and unticks what requires one that was just
 * unticked. Without script, the endpoint says what is missing.
 *
 * @param group   Has the checkboxes, whose values are names of extras.
 * @param changed The checkbox that somebody changed.
 */
export function keepRequirements(group: Element, changed: HTMLInputElement): void {
  const { checked, value } = changed
  for (const box of group.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
    const follows = checked
      ? extras[value]?.requires?.includes(box.value)
      : extras[box.value]?.requires?.includes(value)
    if (!follows || box.checked === checked) continue
    box.checked = checked
    keepRequirements(group, box)
  }
}
