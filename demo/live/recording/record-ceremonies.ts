import type { Ceremony } from "./ceremony"
import { observeAuthenticator } from "./observe-authenticator"
import { observeExchange } from "./observe-exchange"
import { Recording } from "./recording"
import { jarHeader } from "../lab/jar-header"

const addresses: Record<string, "options" | "verification" | "session"> = {
  "GET /api/auth/webauthn-options/passkey": "options",
  "POST /api/auth/callback/passkey": "verification",
  "GET /api/auth/session": "session",
  "POST /api/passkeys/step-up": "options",
  "DELETE /api/passkeys": "verification",
}

/** What options at an address are for. */
function kindOf({ pathname, searchParams }: URL): Ceremony["kind"] {
  if (pathname === "/api/passkeys/step-up") return "confirmation"
  return searchParams.get("action") === "register" ? "registration" : "authentication"
}

/**
 * Records each ceremony of this page as it really happens, into `ceremonies`: what it asks Auth.js,
 * by looking on at `fetch`, and what it asks the authenticator. No other request is looked at, and none
 * of the lab's, which aren't the reader's. What goes wrong in here goes wrong for the record only: the page gets its answers anyway.
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
    const method = (init?.method ?? (input instanceof Request ? input.method : "GET")).toUpperCase()
    const headers = new Headers(input instanceof Request ? input.headers : init?.headers)
    const isOwn = url.origin === location.origin && !headers.has(jarHeader)
    const what = isOwn ? addresses[`${method} ${url.pathname}`] : undefined
    if (what === "options") {
      stopObserving()
      recording?.abandon()
      recording = new Recording(kindOf(url))
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
