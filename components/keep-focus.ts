import { useEffect, type RefObject } from "react"

/**
 * Keeps the keyboard in an element whose controls come and go. A control that goes takes the focus
 * with it, and whoever reads by ear hears nothing any more. Here the control of the same name gets
 * the focus, or the element itself: never another control, which a second press of Enter would use.
 *
 * @param container Focusable by script: it has `tabIndex={-1}`.
 */
export function useKeepFocus(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = container.current
    if (!element) return
    let last: HTMLElement | undefined
    // Asked for while it's in the page: outside, a field has no label.
    let name: string | null
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement ? target : undefined
      name = last ? nameOf(last) : null
    }
    const onBlur = ({ target }: FocusEvent) =>
      // A microtask later, because browsers differ in whether a control that goes is blurred first.
      queueMicrotask(() => {
        if (last === target && last?.isConnected) last = undefined
      })
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return
      const controls = Array.from(element.querySelectorAll<HTMLElement>("button, summary, input"))
      const next = controls.find((control) => nameOf(control) === name) ?? element
      next.focus({ preventScroll: true })
      // Whoever is typing goes on at the end.
      if (next instanceof HTMLInputElement && next.type === "text")
        next.setSelectionRange(next.value.length, next.value.length)
    })
    element.addEventListener("focusin", onFocus)
    element.addEventListener("focusout", onBlur)
    observer.observe(element, { childList: true, subtree: true })
    return () => {
      element.removeEventListener("focusin", onFocus)
      element.removeEventListener("focusout", onBlur)
      observer.disconnect()
    }
  }, [container])
}

/** What a control is called: by its label, or else by its own text. */
function nameOf(control: HTMLElement): string | null {
  const labels = control instanceof HTMLInputElement ? control.labels : null
  return labels?.[0]?.textContent ?? control.textContent
}
