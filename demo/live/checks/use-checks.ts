import { useEffect, useState, useSyncExternalStore } from "react"
import type { Rows } from "../rows/rows"
import { rowsStore } from "../rows/rows-store"
import { ceremonies } from "../recording/ceremonies"
import type { Ceremony } from "../recording/ceremony"
import type { Check } from "./check"
import { checkCeremony } from "./check-ceremony"

/** The checks of a ceremony, done again once it has ended; until then, nothing. */
export function useChecks(ceremony: Ceremony | undefined): Check[] | undefined {
  const { answer, last } = useSyncExternalStore(rowsStore.subscribe, rowsStore.get)
  // Signed out, what the last session saw still has the key.
  const rows = answer?.rows ?? last?.after ?? null
  const [done, setDone] = useState<{ ceremony: Ceremony; checks: Check[] | undefined }>()
  useEffect(() => {
    if (!ceremony || ceremony.outcome.state === "running") return
    let wanted = true
    check(ceremony, rows)
      // An answer that no authenticator gives: its decoded view says which byte is wrong.
      .catch(() => undefined)
      .then((checks) => wanted && setDone({ ceremony, checks }))
    return () => {
      wanted = false
    }
  }, [ceremony, rows])
  return done?.ceremony === ceremony ? done?.checks : undefined
}

function check(ceremony: Ceremony, rows: Rows | null) {
  const all = ceremonies.get()
  const earlier = all.slice(all.findIndex(({ id }) => id === ceremony.id) + 1)
  return checkCeremony(ceremony, { origin: location.origin, rows, earlier })
}
