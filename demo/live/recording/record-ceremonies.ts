import { observeAuthenticator } from "./observe-authenticator"
import { observeExchange } from "./observe-exchange"
import { Recording } from "./recording"

const addresses: Record<string, "options" | "verification" | "session"> = {
  "/api/auth/webauthn-options/passkey": "options",
  "/api/auth/callback/passkey": "verification",
  "/api/auth/session": "session",
}

/**
 * Records each ceremony of this page as it really happens, into `ceremonies`: what it asks Auth.js,
 * by looking on at `fetch`, and what it asks the authenticator. No other request is looked at. What
 * goes wrong in here goes wrong for the record only: the page gets its answers anyway.
 *
 * @returns Stops recording.
 */
export function recordCeremonies(): () => void {
  const { fetch } = window
  let recording: Recording | undefined
  let stopObserving = () => {}

  /** Notes a request, if it belongs to a ceremony. Returns what notes its answer, or its failure. */
  function begin(...[input, init]: Parameters<typeof fetch>) {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    const what = url.origin === location.origin ? addresses[url.pathname] : undefined
    if (what === "options") {
      stopObserving()
      recording?.abandon()
      const registers = url.searchParams.get("action") === "register"
      recording = new Recording(registers ? "registration" : "authentication")
    }
    if (!what || !recording?.expects(what)) return undefined
    const current = recording
    const end = observeExchange(current, what, url, input, init)
    return async (result: unknown) => {
      try {
        await end(result)
      } catch {
        current.abandon()
      }
      try {
        if (what === "options") stopObserving = observeAuthenticator(current)
      } catch {
        // Then the prompt is not on the record.
      }
    }
  }

  const watching: typeof fetch = async (input, init) => {
    let end: ReturnType<typeof begin>
    try {
      end = begin(input, init)
    } catch {
      // Then this request is not on the record.
    }
    if (!end) return fetch(input, init)
    try {
      const response = await fetch(input, init)
      await end(response)
      return response
    } catch (error) {
      await end(error)
      throw error
    }
  }
  window.fetch = watching
  return () => {
    stopObserving()
    recording?.abandon()
    if (window.fetch === watching) window.fetch = fetch
  }
}
