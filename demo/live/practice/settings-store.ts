import { readSettings, type PracticeSettings } from "./practice-settings"

const key = "live-demo-practice-settings"
const listeners = new Set<() => void>()
let settings: PracticeSettings | undefined

/** The reader's settings, kept in this browser where storage is not blocked. */
export const settingsStore = {
  get: () => (settings ??= recall()),
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  set(change: Partial<PracticeSettings>) {
    settings = { ...settingsStore.get(), ...change }
    try {
      localStorage.setItem(key, JSON.stringify(settings))
    } catch {
      // Storage is blocked. They hold until the page is left.
    }
    for (const listener of listeners) listener()
  },
}

function recall(): PracticeSettings {
  try {
    return readSettings(localStorage.getItem(key))
  } catch {
    return readSettings(null)
  }
}
