/** A value that parts of the page share, for `useSyncExternalStore(store.subscribe, store.get)`. */
export type Store<State> = {
  /** The value now: the same object until it is set. */
  get: () => State
  /** @returns Stops listening. */
  subscribe: (listener: () => void) => () => void
  /** Replaces the value, and tells every listener. */
  set: (next: State) => void
}

/**
 * Makes a store that lives as long as the page.
 *
 * @param initial Makes the first value, once, when it is first asked for.
 */
export function createStore<State>(initial: () => State): Store<State> {
  let current: { state: State } | undefined
  const listeners = new Set<() => void>()
  return {
    get: () => (current ??= { state: initial() }).state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    set(next) {
      current = { state: next }
      for (const listener of listeners) listener()
    },
  }
}
