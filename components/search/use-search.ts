import { useMemo, useState } from "react"
import { choiceNames, chosen } from "../choices"
import type { SearchIndex } from "./search-index"
import type { Chosen } from "./variants"

/** What the field needs once the reader uses it: the code of the search, and the text of the guide. */
type Engine = typeof import("./engine") & { index: SearchIndex }

let loading: Promise<Engine> | undefined

async function loadEngine(): Promise<Engine> {
  const engine = await import("./engine")
  return { ...engine, index: await engine.loadIndex() }
}

const chosenNow = () =>
  Object.fromEntries(choiceNames.map((name) => [name, chosen(name)])) as Chosen

/** Returns the results for what's typed. Call `load` whenever the field gets the focus. */
export function useSearch() {
  const [query, setQuery] = useState("")
  const [engine, setEngine] = useState<Engine>()
  const [failed, setFailed] = useState(false)
  const [choices, setChoices] = useState<Chosen>()
  const load = () => {
    setFailed(false)
    setChoices(chosenNow())
    loading ??= loadEngine()
    loading.then(setEngine, () => {
      loading = undefined
      setFailed(true)
    })
  }
  // Not again when only the active result changes.
  const results = useMemo(
    () => (engine && choices ? engine.find(engine.index, query, choices) : []),
    [engine, query, choices],
  )
  return {
    query,
    setQuery,
    load,
    failed,
    /** The code of the search. `undefined` while it is loading. */
    engine,
    results,
  }
}
