import { cancelCeremony } from "../../recipes/custom-sign-in-page/passkeys/ceremony"

let controller = new AbortController()

/**
 * Lets the reader stop waiting for a request of the demo. The starter's code and Auth.js's client
 * know nothing of it: they meet a request that fails.
 *
 * @returns Leaves `fetch` as it was.
 */
export function makeRequestsStoppable(): () => void {
  const { fetch } = window
  const stoppable: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    const isOurs = url.origin === location.origin && url.pathname.startsWith("/api/")
    // What has a signal of its own doesn't wait for ever: `stopRequests` ends ceremonies too.
    if (!isOurs || (init?.signal && !controller.signal.aborted)) return fetch(input, init)
    return fetch(input, { ...init, signal: controller.signal })
  }
  window.fetch = stoppable
  return () => {
    if (window.fetch === stoppable) window.fetch = fetch
  }
}

/** Ends the requests that are open, the prompt too, and every new one until `allowRequests`. */
export function stopRequests(): void {
  controller.abort()
  cancelCeremony()
}

/** Lets requests go out again. */
export function allowRequests(): void {
  if (controller.signal.aborted) controller = new AbortController()
}
