import { readStored, writeStored } from "../../../components/browser-storage"
import { createStore } from "../../../components/create-store"
import { readSettings, type PracticeSettings } from "./practice-settings"

const key = "live-demo-practice-settings"

const store = createStore(() => readSettings(readStored(key)))

/** The reader's settings, kept in this browser where storage is not blocked. */
export const settingsStore = {
  get: store.get,
  subscribe: store.subscribe,
  set(change: Partial<PracticeSettings>) {
    const settings = { ...store.get(), ...change }
    writeStored(key, JSON.stringify(settings))
    store.set(settings)
  },
}
