import type { ComponentType } from "react"
import { createStore } from "../../../components/create-store"
import type { DemoAction } from "./demo-actions"
import type { PanelProps } from "./panel-props"

type PanelLoaderState = {
  container?: HTMLElement
  Panel?: ComponentType<PanelProps>
  failed?: boolean
}

const store = createStore<PanelLoaderState>(() => ({}))
let pendingAction: DemoAction | undefined
let loading: Promise<void> | undefined

function set(change: PanelLoaderState) {
  store.set({ ...store.get(), ...change })
}

/** Where the demo is shown, and its code once loaded. Lives as long as the tab, across pages. */
export const panelStore = {
  get: store.get,
  subscribe: store.subscribe,
  setContainer: (container: HTMLElement | null) => set({ container: container ?? undefined }),
}

/** Loads the demo's script, the first time it is called. Failed, it can be called again. */
export function loadPanel(action?: DemoAction): Promise<void> {
  pendingAction = action ?? pendingAction
  return (loading ??= import("./panel")
    .then(async ({ Panel }) => {
      await released
      set({ Panel, failed: false })
    })
    .catch(() => {
      loading = undefined
      pendingAction = undefined
      set({ failed: true })
    }))
}

let released = Promise.resolve()

/**
 * Leaves the controls as they are while one is pressed: exchanged between the press and the release,
 * the browser would make no click of them.
 */
export function holdControls(): void {
  released = new Promise((resolve) => {
    // The click follows the release at once. This comes after it.
    const release = () => void setTimeout(resolve)
    addEventListener("pointerup", release, { once: true })
    addEventListener("pointercancel", release, { once: true })
  })
}

export function takePendingAction(): DemoAction | undefined {
  const taken = pendingAction
  pendingAction = undefined
  return taken
}
