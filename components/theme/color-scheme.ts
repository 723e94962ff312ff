import { readStored, writeStored } from "../browser-storage"

/** `system`: the reader's system decides. */
export const colorSchemes = ["system", "light", "dark"] as const

export type ColorScheme = (typeof colorSchemes)[number]

const storageKey = "theme"
/** On `<html>`. Any other value than `light` and `dark` leaves it to the system. */
export const colorSchemeAttribute = "data-color-scheme"

/**
 * Runs in the page's head, before the first paint. `light-dark()` in the style sheets follows
 * `color-scheme`, which follows this attribute, or the system if there is none.
 */
export const colorSchemeScript = `try{var s=localStorage.getItem("${storageKey}");if(s==="light"||s==="dark")document.documentElement.setAttribute("${colorSchemeAttribute}",s)}catch(e){}`

/** What the reader chose. */
export function chosenColorScheme(): ColorScheme {
  const stored = readStored(storageKey)
  return colorSchemes.find((scheme) => scheme === stored) ?? "system"
}

/** Changes the page's colors and stores the choice in this browser. */
export function chooseColorScheme(scheme: ColorScheme): void {
  writeStored(storageKey, scheme === "system" ? undefined : scheme)
  if (scheme === "system") document.documentElement.removeAttribute(colorSchemeAttribute)
  else document.documentElement.setAttribute(colorSchemeAttribute, scheme)
}
