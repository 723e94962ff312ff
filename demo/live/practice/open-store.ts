import { createStore, del, set } from "idb-keyval"
import { indexedDbStore } from "./indexed-db-store"
import { memoryStore } from "./memory-store"
import type { PasskeyStore } from "./practice-passkey"

export type OpenStore = {
  store: PasskeyStore
  /** Whether it keeps passkeys when the page is left. */
  lasting: boolean
}

/**
 * IndexedDB; or the page's memory, where the browser blocks storage or cannot store keys there, as
 * some do in private windows.
 */
export async function openStore(): Promise<OpenStore> {
  try {
    const trial = createStore("practice-passkeys-trial", "keys")
    const key = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
      "sign",
      "verify",
    ])
    await set("trial", key.privateKey, trial)
    await del("trial", trial)
    return { store: indexedDbStore(), lasting: true }
  } catch {
    return { store: memoryStore(), lasting: false }
  }
}
