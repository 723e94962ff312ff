import { writeStored } from "./browser-storage"
import { choiceOptions } from "./choice-options.mjs"

export type ChoiceName = keyof typeof choiceOptions

type Choice = { label: string; options: Record<string, string> }

export const choices: Record<ChoiceName, Choice> = choiceOptions

export const choiceNames = Object.keys(choices) as ChoiceName[]

/** The values of a choice, the default first. */
export const valuesOf = (name: ChoiceName): string[] => Object.keys(choices[name].options)

export const defaultOf = (name: ChoiceName): string => valuesOf(name)[0] ?? ""

/** `packageManager` → `data-package-manager`. */
export const attributeOf = (name: ChoiceName): string =>
  `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const storageKeyOf = (name: ChoiceName) => `choice-${name}`

/** What is chosen now. */
export const chosen = (name: ChoiceName): string =>
  document.documentElement.dataset[name] ?? defaultOf(name)

/** Chooses, remembers it in this browser, and puts it into the address, which can be shared. */
export function choose(name: ChoiceName, value: string): void {
  document.documentElement.dataset[name] = value
  const address = new URL(location.href)
  address.searchParams.set(name, value)
  history.replaceState(history.state, "", address)
  writeStored(storageKeyOf(name), value)
}

/** Remembers what the address of this page chose, so that the next page shows the same. */
export function rememberChosen(): void {
  for (const name of choiceNames) {
    const value = new URLSearchParams(location.search).get(name)
    if (value !== null && valuesOf(name).includes(value)) writeStored(storageKeyOf(name), value)
  }
}

/**
 * Calls `follow` now, and whenever something is chosen.
 *
 * @returns Stops it.
 */
export function followChosen(follow: () => void): () => void {
  follow()
  const observer = new MutationObserver(follow)
  observer.observe(document.documentElement, { attributes: true })
  return () => observer.disconnect()
}
