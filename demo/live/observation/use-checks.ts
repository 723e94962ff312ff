import { useEffect, useState } from "react"
import type { RowsAnswer } from "../rows/rows"
import { ceremonies } from "./ceremonies"
import type { Ceremony } from "./ceremony"
import type { Check } from "./checks/check"
import { checkCeremony } from "./checks/check-ceremony"

/** The checks of a ceremony, done again once the server has answered; until then, nothing. */
export function useChecks(ceremony: Ceremony | undefined): Check[] | undefined {
  const [done, setDone] = useState<{ ceremony: Ceremony; checks: Check[] | undefined }>()
  useEffect(() => {
    if (!ceremony || ceremony.outcome.state === "running") return
    let wanted = true
    check(ceremony)
      // An answer that no authenticator gives: its decoded view says which byte is wrong.
      .catch(() => undefined)
      .then((checks) => wanted && setDone({ ceremony, checks }))
    return () => {
      wanted = false
    }
  }, [ceremony])
  return done?.ceremony === ceremony ? done?.checks : undefined
}

async function check(ceremony: Ceremony) {
  const all = ceremonies.get()
  const earlier = all.slice(all.findIndex(({ id }) => id === ceremony.id) + 1)
  // A registration is checked without looking anything up.
  const rows = ceremony.kind === "authentication" ? await readersRows() : null
  return checkCeremony(ceremony, { origin: location.origin, rows, earlier })
}

async function readersRows() {
  const response = await fetch("/api/demo/rows").catch(() => undefined)
  if (!response?.ok) return null
  const answer = (await response.json().catch(() => undefined)) as RowsAnswer | undefined
  return answer?.rows ?? null
}
