/** Set once the reader has used the demo: from then on it loads with the page. */
const usedKey = "live-demo-used"

/** Whether this reader has used the demo before. False where storage is blocked. */
export function hasUsedDemo(): boolean {
  try {
    return localStorage.getItem(usedKey) !== null
  } catch {
    return false
  }
}

export function rememberUse(used: boolean): void {
  try {
    if (used) localStorage.setItem(usedKey, "yes")
    else localStorage.removeItem(usedKey)
  } catch {
    // Storage is blocked. The demo works without.
  }
}
