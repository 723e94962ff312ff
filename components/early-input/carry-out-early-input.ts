import type {} from "./early-input"

/**
 * Carries out what the reader did before the page's script had come, once: to be called when every
 * component of the page listens. It is in the inline script too, as text, and may use nothing from
 * outside.
 */
export function carryOutEarlyInput() {
  const early = window.earlyInput
  if (!early) return
  window.earlyInput = undefined
  early.stop()
  const bubbling = { bubbles: true }

  // React remembers what a field held when it took over the page, and ignores an event of a field
  // that still holds it. It notices what is written to the element's own property, and not what is
  // written by the prototype's, as the browser does for a reader.
  for (const [field, value] of early.changed) {
    if (!field.isConnected) continue
    if (field instanceof HTMLSelectElement) {
      field.value = String(value)
      field.dispatchEvent(new Event("change", bubbling))
    } else if (typeof value === "boolean") {
      const box = field as HTMLInputElement
      box.checked = !value
      box.click()
    } else {
      const input = field as HTMLInputElement
      const prototype = Object.getPrototypeOf(input) as object
      input.value = ""
      Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(input, value)
      input.dispatchEvent(new Event("input", bubbling))
    }
  }

  // What the browser has opened by itself. One without popovers hasn't opened any.
  for (const element of document.querySelectorAll("details[open]"))
    element.dispatchEvent(new Event("toggle"))
  if (typeof ToggleEvent !== "undefined")
    for (const element of document.querySelectorAll("[popover]"))
      if (element.matches(":popover-open"))
        element.dispatchEvent(new ToggleEvent("toggle", { oldState: "closed", newState: "open" }))

  // Components load what they need when they get the focus.
  const focused = document.activeElement
  if (focused !== document.body) focused?.dispatchEvent(new FocusEvent("focusin", bubbling))

  for (const button of early.pressed) {
    button.removeAttribute("data-taken")
    button.click()
  }
  for (const [form, submitter] of early.submitted) {
    for (const element of [form, submitter]) element?.removeAttribute("data-taken")
    if (form.isConnected) form.requestSubmit(submitter)
  }
}
