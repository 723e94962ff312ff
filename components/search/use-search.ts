import { useMemo, useState } from "react"
import type { Section } from "./sections"

/** What the field needs once the reader uses it: the code of the search, and the text of the guide. */
type Engine = typeof import("./engine") & { sections: Section[] }

let loading: Promise<Engine> | undefined

async function loadEngine(): Promise<Engine> {
  const engine = await import("./engine")
  return { ...engine, sections: await engine.loadSections() }
}

/** Returns the results for what's typed. Call `load` when the field gets the focus. */
export function useSearch() {
  const [query, setQuery] = useState("")
  const [engine, setEngine] = useState<Engine>()
  const [failed, setFailed] = useState(false)
  const load = () => {
    setFailed(false)
    loading ??= loadEngine()
    loading.then(setEngine, () => {
      loading = undefined
      setFailed(true)
    })
  }
  // Not again when only the chosen result changes.
  const results = useMemo(() => engine?.find(engine.sections, query) ?? [], [engine, query])
  return {
    query,
    setQuery,
    load,
    failed,
    /** The component for the results. `undefined` while the search is loading. */
    Results: engine?.SearchResults,
    results,
  }
}
