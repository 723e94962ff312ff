import type { PasskeyStore, PracticePasskey } from "./practice-passkey"

/** Keeps passkeys until the page is left. */
export function memoryStore(): PasskeyStore {
  const passkeys = new Map<string, PracticePasskey>()
  return {
    all: async () => [...passkeys.values()],
    put: async (passkey) => void passkeys.set(passkey.id, passkey),
    async update(id, change) {
      const passkey = passkeys.get(id)
      if (!passkey) throw new Error(`There is no practice passkey ${id}.`)
      const changed = change(passkey)
      passkeys.set(id, changed)
      return changed
    },
    delete: async (id) => void passkeys.delete(id),
  }
}
