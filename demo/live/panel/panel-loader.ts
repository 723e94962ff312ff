import type { ComponentType } from "react"
import { createStore } from "../../../components/create-store"
import type { ButtonAction } from "./first-buttons"
import type { Early, PanelProps } from "./panel-props"

type PanelLoaderState = {
  container?: HTMLElement | undefined
  /** Where the page shows parts of the reader's own app, by name. */
  parts: Readonly<Record<string, HTMLElement>>
  Panel?: ComponentType<PanelProps>
  /** What the reader has asked for, and waits for. */
  waiting?: ButtonAction | undefined
  failed?: boolean
}

const store = createStore<PanelLoaderState>(() => ({ parts: {} }))
const early: Early = {}
let loading: Promise<void> | undefined

function set(change: Partial<PanelLoaderState>) {
  store.set({ ...store.get(), ...change })
}

/** Where the demo is shown, and its code once loaded. Lives as long as the tab, across pages. */
export const panelStore = {
  get: store.get,
  subscribe: store.subscribe,
  setContainer: (container: HTMLElement | null) => set({ container: container ?? undefined }),
  setPart(name: string, container: HTMLElement | null) {
    const parts = { ...store.get().parts }
    if (container) parts[name] = container
    else delete parts[name]
    set({ parts })
  },
}

/** Loads the demo's script, the first time it is called. Failed, it can be called again. */
export function loadPanel(action?: ButtonAction): Promise<void> {
  if (action) {
    early.action = action
    set({ waiting: action, failed: false })
  }
  return (loading ??= import("./panel")
    .then(async ({ Panel, keepFocus }) => {
      await released
      keepFocus()
      set({ Panel, waiting: undefined, failed: false })
    })
    .catch(() => {
      loading = undefined
      delete early.action
      set({ waiting: undefined, failed: true })
    }))
}

let released = Promise.resolve()

/**
 * Leaves the controls as they are while one is pressed: exchanged between the press and the release,
 * the browser would make no click of them.
 *
 * @param end What ends the press.
 */
export function holdControls(end: "pointerup" | "keyup"): void {
  released = new Promise((resolve) => {
    // The click follows the release at once. This comes after it.
    const release = () => void setTimeout(resolve)
    // A window that isn't looked at gets no release.
    for (const type of [end, "pointercancel", "blur"])
      addEventListener(type, release, { once: true })
  })
}

/** Remembers the name that the reader types before the demo is loaded. */
export function noteName(name: string): void {
  early.name = name
}

/** What the reader did before the demo was loaded. */
export const earlyActions = (): Early => early
