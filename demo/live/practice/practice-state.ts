import { readStored, writeStored } from "../../../components/browser-storage"
import { createStore } from "../../../components/create-store"
import { practiceWish, wishPractice } from "./practice-wish"
import { PasskeyError } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"

type PracticeBundle = typeof import("./view/practice-bundle")

type PracticeState = {
  /** Whether the reader wants the practice passkey to answer. */
  on: boolean
  /** Its code, once it stands at `navigator.credentials`. */
  bundle?: PracticeBundle | undefined
  failed?: boolean
}

const sessionKey = "live-demo-practice-session"

const store = createStore<PracticeState>(() => ({ on: practiceWish() === "on" }))
let uninstall: (() => void) | undefined

function set(change: Partial<PracticeState>) {
  store.set({ ...store.get(), ...change })
}

/** Whether the practice passkey answers in this page. Its code is loaded when it is wanted. */
export const practice = {
  get: store.get,
  subscribe: store.subscribe,

  async turnOn(): Promise<void> {
    wishPractice(true)
    set({ on: true, failed: false })
    await practice.ready().catch(() => {})
  },

  turnOff(): void {
    // Not forgotten: it says that this browser may hold practice passkeys.
    wishPractice(false)
    uninstall?.()
    uninstall = undefined
    delete document.documentElement.dataset.practicePasskey
    set({ on: false, bundle: undefined, failed: false })
  },

  /**
   * Resolves when a ceremony may begin: when the practice passkey is in its place, or not wanted.
   *
   * @throws {PasskeyError} `network` when it could not be loaded. It is off then.
   */
  async ready(): Promise<void> {
    const { on, bundle: loaded } = store.get()
    if (!on || loaded) return
    try {
      const bundle = await import("./view/practice-bundle")
      // Meanwhile it was turned off, or another call has put it in its place.
      if (!practice.get().on || uninstall) return
      uninstall = bundle.installPracticeAuthenticator()
      document.documentElement.dataset.practicePasskey = "on"
      set({ bundle })
    } catch (cause) {
      practice.turnOff()
      set({ failed: true })
      throw new PasskeyError("network", { cause })
    }
  },

  /** Whether the reader signed in with it. */
  hasSession: () => readStored(sessionKey) === "yes",
  rememberSession: (made: boolean) => writeStored(sessionKey, made ? "yes" : undefined),

  /** Forgets passkeys whose account is gone, also when it is off. */
  async forget(credentialIds: string[]): Promise<void> {
    if (!store.get().on && practiceWish() === undefined) return
    const { forgetPasskeys } = await import("./view/practice-bundle")
    await forgetPasskeys(credentialIds)
  },
}
