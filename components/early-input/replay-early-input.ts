import type {} from "./early-input"

/**
 * Carries out what the reader did before this script had come, once: to be called when every
 * component of the page listens.
 */
export function replayEarlyInput(): void {
  const early = window.earlyInput
  if (!early) return
  window.earlyInput = undefined
  early.stop()
  for (const [field, value] of early.changed) replayChange(field, value)
  replayToggles()
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

const bubbling = { bubbles: true }

/**
 * React remembers what a field held when it took over the page, and ignores an event of a field that
 * still holds it. It notices what is written to the element's own property and not what is written
 * by the prototype's, as the browser does for a reader.
 */
function replayChange(field: Element, value: string | boolean) {
  if (!field.isConnected) return
  if (field instanceof HTMLSelectElement) {
    field.value = String(value)
    field.dispatchEvent(new Event("change", bubbling))
  } else if (typeof value === "boolean" && field instanceof HTMLInputElement) {
    field.checked = !value
    field.click()
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
    field.value = ""
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value)
    field.dispatchEvent(new Event("input", bubbling))
  }
}

/** What the browser has opened by itself. */
function replayToggles() {
  for (const element of document.querySelectorAll("details[open]"))
    element.dispatchEvent(new Event("toggle"))
  // A browser without popovers hasn't opened any.
  if (typeof ToggleEvent === "undefined") return
  const opened = { oldState: "closed", newState: "open" }
  for (const element of document.querySelectorAll("[popover]"))
    if (element.matches(":popover-open")) element.dispatchEvent(new ToggleEvent("toggle", opened))
}
