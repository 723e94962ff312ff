import { createStore } from "../../../components/create-store"
import { openStore, type OpenStore } from "./open-store"
import type { PasskeyStore, PracticePasskey } from "./practice-passkey"

type Listed = { passkeys: PracticePasskey[]; lasting: boolean }

let opening: Promise<OpenStore> | undefined
const listed = createStore<Listed>(() => ({ passkeys: [], lasting: true }))

const opened = () => (opening ??= openStore())

/** The practice passkeys of this browser, for the authenticator and for showing. */
export const passkeys: PasskeyStore & {
  listed: () => Listed
  subscribe: (listener: () => void) => () => void
} = {
  async all() {
    const { store, lasting } = await opened()
    const passkeys = await store.all()
    listed.set({ passkeys, lasting })
    return passkeys
  },
  async put(passkey) {
    await (await opened()).store.put(passkey)
    await passkeys.all()
  },
  async update(id, change) {
    const changed = await (await opened()).store.update(id, change)
    await passkeys.all()
    return changed
  },
  async delete(id) {
    await (await opened()).store.delete(id)
    await passkeys.all()
  },
  /** As they were when they were last read. */
  listed: listed.get,
  subscribe: listed.subscribe,
}
