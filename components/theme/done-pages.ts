import { readStored, writeStored } from "../browser-storage"

const storageKey = "done-pages"
const attribute = "data-done"

/**
 * Runs in the page's head, before the first paint. The pages that the reader has done are in an attribute
 * of `<html>`, their addresses separated by spaces. `doneStyles` shows the ticks that follow from it.
 */
export const donePagesScript = `try{var p=localStorage.getItem("${storageKey}");if(p)document.documentElement.setAttribute("${attribute}",p)}catch(e){}`

/**
 * The rules that show the tick of each page that's done, by two properties of its link: `--if-done` and
 * `--if-not-done` are values for `display`.
 *
 * @param addresses The pages that can have a tick.
 */
export const doneStyles = (addresses: string[]): string =>
  addresses.map((address) => `[${attribute}~="${address}"] nav [href="${address}"]`).join(",") +
  "{--if-done:grid;--if-not-done:none}"

/** The addresses of the pages that are done. */
const donePages = (): string[] =>
  document.documentElement.getAttribute(attribute)?.split(" ").filter(Boolean) ?? []

/** Whether the reader has done a page. */
export const isDone = (address: string): boolean => donePages().includes(address)

/** Gives a page a tick or takes it away, and stores that in this browser. */
export function markDone(address: string, done: boolean): void {
  const others = donePages().filter((one) => one !== address)
  show(done ? [...others, address] : others)
}

/** Takes all ticks away. */
export const clearDone = (): void => show([])

function show(addresses: string[]): void {
  const text = addresses.join(" ")
  writeStored(storageKey, text || undefined)
  showStored(text)
}

function showStored(text: string | null): void {
  if (text) document.documentElement.setAttribute(attribute, text)
  else document.documentElement.removeAttribute(attribute)
}

/**
 * Calls `listener` when a page has got a tick or lost one, also in another tab.
 *
 * @returns A function that stops it.
 */
export function followDone(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === storageKey || key === null) showStored(readStored(storageKey))
  }
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: [attribute] })
  addEventListener("storage", onStorage)
  return () => {
    observer.disconnect()
    removeEventListener("storage", onStorage)
  }
}
