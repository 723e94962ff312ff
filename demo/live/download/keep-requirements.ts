/**
 * Ticks what an extra requires that was just ticked, and unticks what requires one that was just
 * unticked. Without script, the endpoint says what is missing.
 *
 * @param form    Has the checkboxes. Each says in `data-requires` which others it requires.
 * @param changed The checkbox that somebody changed.
 */
export function keepRequirements(form: Element, changed: HTMLInputElement): void {
  const { checked } = changed
  for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
    const follows = checked ? requires(changed, box) : requires(box, changed)
    if (!follows || box.checked === checked) continue
    box.checked = checked
    keepRequirements(form, box)
  }
}

const requires = (one: HTMLInputElement, other: HTMLInputElement): boolean =>
  one.dataset.requires?.split(" ").includes(other.value) ?? false
