import { useState } from "react"
import type { Section } from "./sections"

/** What the field needs once the reader uses it: a script of its own, and the text of the guide. */
type Engine = typeof import("./engine") & { sections: Section[] }

let loading: Promise<Engine> | undefined

async function loadEngine(): Promise<Engine> {
  const engine = await import("./engine")
  return { ...engine, sections: await engine.loadSections() }
}

/** The results of what is typed. `load` is for when the reader reaches for the field. */
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
  return {
    query,
    setQuery,
    load,
    failed,
    /** What shows the results. `undefined`: nothing is known about the query yet. */
    Results: engine?.SearchResults,
    results: engine?.find(engine.sections, query) ?? [],
  }
}
