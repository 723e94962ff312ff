/**
 * Disables the extras that don't work with what is chosen, so that the browser doesn't send them.
 * Without script, the endpoint says what they don't work with.
 *
 * @param form Has the choices, and a checkbox for each extra. Those with limits say in `data-only` with
 *   what they work: `signIn=custom database=sqlite`, where any of the values of a name will do.
 */
export function keepLimits(form: HTMLFormElement): void {
  const chosen = new FormData(form)
  for (const box of form.querySelectorAll<HTMLInputElement>("[data-only]")) {
    const only = new URLSearchParams(box.dataset.only?.replaceAll(" ", "&"))
    box.disabled = [...new Set(only.keys())].some(
      (name) => !only.getAll(name).includes(String(chosen.get(name))),
    )
  }
}
