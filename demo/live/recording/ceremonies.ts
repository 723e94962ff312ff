import { readStored, writeStored } from "../../../components/browser-storage"
import { createStore } from "../../../components/create-store"
import type { Ceremony } from "./ceremony"

/** Changes with the shape of `Ceremony`: what an older version of this site kept is not read. */
const key = "live-demo-ceremonies-1"
const maxCeremonies = 5

/** What this tab remembers from before it was loaded anew. Nothing where storage is blocked. */
function remembered(): readonly Ceremony[] {
  try {
    const kept = JSON.parse(readStored(key, "sessionStorage") ?? "[]") as Ceremony[]
    return kept.map((ceremony) =>
      ceremony.outcome.state === "running"
        ? { ...ceremony, outcome: { state: "abandoned" } }
        : ceremony,
    )
  } catch {
    return []
  }
}

const store = createStore(remembered)

function keep(list: readonly Ceremony[]) {
  writeStored(key, JSON.stringify(list), "sessionStorage")
  store.set(list)
}

/**
 * The tab's last five ceremonies, the newest first, as they happen: for `useSyncExternalStore`. They
 * are recorded while the demo's panel is loaded, and survive a reload.
 */
export const ceremonies = {
  get: store.get,
  subscribe: store.subscribe,

  /** Puts in a ceremony, or what has become of it. */
  put(ceremony: Ceremony) {
    const others = ceremonies.get().filter(({ id }) => id !== ceremony.id)
    keep([ceremony, ...others].slice(0, maxCeremonies))
  },

  /** Takes out a ceremony that never became one. */
  drop({ id }: Ceremony) {
    keep(ceremonies.get().filter((ceremony) => ceremony.id !== id))
  },
}
