import { useEffect, useSyncExternalStore } from "react"
import { ensureRows, rowsStore } from "./rows-store"

/** The reader's rows, asked for if nobody has yet. `shown`: those of now, or after the last action. */
export function useRows() {
  const state = useSyncExternalStore(rowsStore.subscribe, rowsStore.get)
  useEffect(ensureRows, [])
  return { ...state, shown: state.last?.after ?? state.answer?.rows }
}
