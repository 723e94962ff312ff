type Area = "localStorage" | "sessionStorage"

/**
 * A text that this browser keeps under a key: for good, or in `sessionStorage` for this tab.
 *
 * @returns `null` where there is none, and where storage is blocked: a browser may throw for the mere
 *   mention of `localStorage` (HTML §12.2.3).
 */
export function readStored(key: string, area: Area = "localStorage"): string | null {
  try {
    return window[area].getItem(key)
  } catch {
    return null
  }
}

/**
 * Keeps a text under a key, or with `undefined` removes it. Does nothing where storage is blocked or
 * full: what the page has in memory holds until it is left.
 */
export function writeStored(
  key: string,
  text: string | undefined,
  area: Area = "localStorage",
): void {
  try {
    if (text === undefined) window[area].removeItem(key)
    else window[area].setItem(key, text)
  } catch {
    // See above.
  }
}
