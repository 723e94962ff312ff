import { useState } from "react"
import { find, type Result } from "./find"
import { loadSections, type Section } from "./sections"

/** `loading`: the text of the guide is not there yet, so that nothing is known about the query. */
type State = "idle" | "loading" | "failed" | "ready"

/** The results of what is typed. `load` is for when the reader reaches for the field. */
export function useSearch() {
  const [query, setQuery] = useState("")
  const [sections, setSections] = useState<Section[]>()
  const [failed, setFailed] = useState(false)
  const load = () => {
    setFailed(false)
    loadSections().then(setSections, () => setFailed(true))
  }
  const results: Result[] = sections ? find(sections, query) : []
  return { query, setQuery, load, results, state: stateOf(query, !!sections, failed) }
}

function stateOf(query: string, hasSections: boolean, failed: boolean): State {
  if (!query.trim()) return "idle"
  if (hasSections) return "ready"
  return failed ? "failed" : "loading"
}
