import { createStore } from "../../../components/create-store"
import type { CaseName } from "./case-names"

/** Whether the reader predicted each case right. Absent: not tried yet. */
export type Predictions = Partial<Record<CaseName, boolean>>

/** What the reader predicted in this page. Only the first prediction of a case counts. */
export const labStore = createStore<Predictions>(() => ({}))

/** Notes a prediction. Returns nothing: a second one for the same case changes nothing. */
export function notePrediction(name: CaseName, right: boolean): void {
  labStore.set({ [name]: right, ...labStore.get() })
}
