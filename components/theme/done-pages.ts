import { readStored, writeStored } from "../browser-storage"
import { doneAttribute, doneKey } from "./done-styles"

/**
 * Does what a button says that has `data-mark-done`: gives the page a tick, takes it away, or takes away
 * all ticks.
 *
 * @param announce Tells screen readers what happened.
 */
export function pressMark(
  button: HTMLElement,
  address: string,
  announce: (words: string) => void,
): void {
  const { markDone } = button.dataset
  if (markDone === "clear") store([])
  else mark(address, markDone === "yes", announce)
  // The button gives way to the other one, or goes, and would take the focus with it.
  const menu = button.closest("nav")
  const next =
    markDone === "clear"
      ? (menu?.querySelector<HTMLElement>("[aria-current]") ?? menu?.querySelector("a"))
      : button.parentElement?.querySelector<HTMLElement>(
          `[data-mark-done]:not([data-mark-done="${markDone}"])`,
        )
  next?.focus()
}

/**
 * Marks a page as done when its end is in view, or comes into view.
 *
 * @returns A function that stops it.
 */
export function markAtEnd(address: string, announce: (words: string) => void): () => void {
  const end = document.querySelector("[data-page-end]")
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return
    observer.disconnect()
    mark(address, true, announce)
  })
  if (end && !donePages().includes(address)) observer.observe(end)
  return () => observer.disconnect()
}

function mark(address: string, done: boolean, announce: (words: string) => void): void {
  const others = donePages().filter((one) => one !== address)
  store(done ? [...others, address] : others)
  announce(done ? "This page is marked as done." : "This page is marked as not done.")
}

/** From the storage, to which another tab may have added. */
const donePages = (): string[] => readStored(doneKey)?.split(" ").filter(Boolean) ?? []

function store(addresses: string[]): void {
  const text = addresses.join(" ")
  writeStored(doneKey, text || undefined)
  if (text) document.documentElement.setAttribute(doneAttribute, text)
  else document.documentElement.removeAttribute(doneAttribute)
}
