import type { EarlyInput } from "./early-input"

/**
 * Runs in the page's head, as text: it may use nothing from outside. Takes what needs the page's
 * script and comes before it, marks it as taken (`data-taken`) and says so. What the browser does
 * without script is left to it: links, `details`, popovers, forms with an `action`.
 *
 * The events end here, so that React, which may be taking over the page right now, does not carry
 * out what is carried out later: `carryOutEarlyInput`.
 */
export function recordEarlyInput() {
  const say = (words: string) => {
    const status = document.querySelector("[data-early-status]")
    if (status) status.textContent = words
  }
  let failed = false
  const take = (event: Event, element: Element) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (failed) return
    element.setAttribute("data-taken", "")
    say("Got it. This page is still loading.")
  }
  const onClick = (event: Event) => {
    const button = (event.target as Element).closest("button")
    // What submits a form, or opens a popover, has an event of its own.
    if (!button || button.hasAttribute("popovertarget")) return
    if (button.form && button.type === "submit") return
    early.pressed.add(button)
    take(event, button)
  }
  const onChange = (event: Event) => {
    const field = event.target as HTMLInputElement
    const isChecked = field.type === "checkbox" || field.type === "radio"
    early.changed.set(field, isChecked ? field.checked : field.value)
    // What an attribute of the document shows can be shown at once.
    if (field.dataset.sets) document.documentElement.setAttribute(field.dataset.sets, field.value)
    event.stopImmediatePropagation()
  }
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement
    if (form.hasAttribute("action")) return
    early.submitted.set(form, event.submitter)
    take(event, event.submitter ?? form)
  }
  const onPress = (event: Event) => {
    if (event.type === "pointerdown") early.pressEnd = "pointerup"
    // A button is pressed by the release of the space bar. Enter presses it at once.
    else if ((event as KeyboardEvent).key === " ") early.pressEnd = "keyup"
  }
  const onRelease = () => void (early.pressEnd = undefined)
  const presses = ["pointerdown", "keydown"]
  const releases = ["pointerup", "pointercancel", "keyup"]
  const onError = ({ target }: Event) => {
    if (!(target instanceof HTMLScriptElement)) return
    failed = true
    for (const taken of document.querySelectorAll("[data-taken]"))
      taken.removeAttribute("data-taken")
    say("This page couldn't be loaded completely. Check your connection, then reload it.")
  }
  const early: EarlyInput = {
    pressed: new Set(),
    changed: new Map(),
    submitted: new Map(),
    stop() {
      removeEventListener("click", onClick, true)
      removeEventListener("input", onChange, true)
      removeEventListener("change", onChange, true)
      removeEventListener("submit", onSubmit, true)
      removeEventListener("error", onError, true)
      for (const type of presses) removeEventListener(type, onPress, true)
      for (const type of releases) removeEventListener(type, onRelease, true)
      say("")
    },
  }
  addEventListener("click", onClick, true)
  addEventListener("input", onChange, true)
  addEventListener("change", onChange, true)
  addEventListener("submit", onSubmit, true)
  addEventListener("error", onError, true)
  for (const type of presses) addEventListener(type, onPress, true)
  for (const type of releases) addEventListener(type, onRelease, true)
  window.earlyInput = early
}
