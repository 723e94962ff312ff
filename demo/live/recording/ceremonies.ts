import type { Ceremony } from "./ceremony"

/** Changes with the shape of `Ceremony`: what an older version of this site kept is not read. */
const key = "live-demo-ceremonies-1"
const maxCeremonies = 5

let list: readonly Ceremony[] | undefined
const listeners = new Set<() => void>()

/** What this tab remembers from before it was loaded anew. Nothing where storage is blocked. */
function remembered(): readonly Ceremony[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "[]") as Ceremony[]
    return kept.map((ceremony) =>
      ceremony.outcome.state === "running"
        ? { ...ceremony, outcome: { state: "abandoned" } }
        : ceremony,
    )
  } catch {
    return []
  }
}

/**
 * The tab's last five ceremonies, the newest first, as they happen: for `useSyncExternalStore`. They
 * are recorded while the demo's panel is loaded, and survive a reload.
 */
export const ceremonies = {
  get: () => (list ??= remembered()),

  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },

  /** Puts in a ceremony, or what has become of it. */
  put(ceremony: Ceremony) {
    const others = ceremonies.get().filter(({ id }) => id !== ceremony.id)
    list = [ceremony, ...others].slice(0, maxCeremonies)
    try {
      sessionStorage.setItem(key, JSON.stringify(list))
    } catch {
      // Storage is blocked or full. The tab's memory will do until it is loaded anew.
    }
    for (const listener of listeners) listener()
  },
}
