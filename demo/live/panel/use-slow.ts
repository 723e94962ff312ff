import { useEffect, useState } from "react"

/**
 * Whether something has gone on for longer than a time.
 *
 * @param what What goes on: each begins anew. `undefined`: nothing does.
 */
export function useSlow(what: string | undefined, slowMs: number): boolean {
  const [slow, setSlow] = useState<string>()
  useEffect(() => {
    setSlow(undefined)
    if (what === undefined) return
    const timer = setTimeout(() => setSlow(what), slowMs)
    return () => clearTimeout(timer)
  }, [what, slowMs])
  return what !== undefined && slow === what
}
