let keeps = false

/**
 * Keeps the keyboard in an element whose controls come and go: in each with `data-keeps-focus` and
 * `tabIndex={-1}`. A control that goes takes the focus with it, and whoever reads by ear hears nothing
 * any more. Here the control of the same name gets the focus, or the element itself: never another
 * control, which a second press of Enter would use.
 */
export function keepFocus(): void {
  if (keeps) return
  keeps = true
  let last: HTMLElement | undefined
  let container: HTMLElement | null = null
  // Asked for while it's in the page: outside, a field has no label.
  let name: string | null
  const note = (target: EventTarget | null) => {
    last = target instanceof HTMLElement ? target : undefined
    container = last?.closest<HTMLElement>("[data-keeps-focus]") ?? null
    name = last ? nameOf(last) : null
  }
  const observer = new MutationObserver(() => {
    if (!last || last.isConnected || !container?.isConnected) return
    if (document.activeElement !== document.body) return
    const controls = Array.from(container.querySelectorAll<HTMLElement>("button, summary, input"))
    const next = controls.find((control) => nameOf(control) === name) ?? container
    next.focus({ preventScroll: true })
    // Whoever is typing goes on at the end.
    if (next instanceof HTMLInputElement && next.type === "text")
      next.setSelectionRange(next.value.length, next.value.length)
  })
  note(document.activeElement)
  document.addEventListener("focusin", ({ target }) => note(target))
  document.addEventListener("focusout", ({ target }) =>
    // A microtask later, because browsers differ in whether a control that goes is blurred first.
    queueMicrotask(() => {
      if (last === target && last?.isConnected) last = undefined
    }),
  )
  observer.observe(document.body, { childList: true, subtree: true })
}

/** What a control is called: by its label, or else by its own text. */
function nameOf(control: HTMLElement): string | null {
  const labels = control instanceof HTMLInputElement ? control.labels : null
  return labels?.[0]?.textContent ?? control.textContent
}
