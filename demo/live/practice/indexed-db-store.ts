import { createStore, del, set, update, values } from "idb-keyval"
import type { PasskeyStore, PracticePasskey } from "./practice-passkey"

/**
 * Keeps passkeys in this browser, for this origin. IndexedDB stores keys that cannot be read out
 * (Web Cryptography §13, structured clone).
 *
 * @throws {DOMException} Each function, where the browser blocks storage.
 */
export function indexedDbStore(): PasskeyStore {
  const store = createStore("practice-passkeys", "passkeys")
  return {
    async all() {
      const passkeys = await values<PracticePasskey>(store)
      return passkeys.sort((left, right) => left.createdAt - right.createdAt)
    },
    put: (passkey) => set(passkey.id, passkey, store),
    async update(id, change) {
      let changed: PracticePasskey | undefined
      await update<PracticePasskey | undefined>(
        id,
        (passkey) => (changed = passkey && change(passkey)),
        store,
      )
      if (!changed) throw new Error(`There is no practice passkey ${id}.`)
      return changed
    },
    delete: (id) => del(id, store),
  }
}
