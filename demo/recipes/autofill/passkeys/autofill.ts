import { otherTabs } from "@/passkeys/auth-endpoints"
import { pickPasskey } from "@/passkeys/ceremony"
import { askPasskeySupport } from "./passkey-support"

type Picked = Awaited<ReturnType<typeof pickPasskey>>

/**
 * Auth.js's challenge cookie lives for 15 minutes. This leaves time to
 * pick a passkey and to verify the user.
 */
const renewAfterMs = 12 * 60_000

/** `autocomplete` says where the browser suggests passkeys. */
const field = "input[autocomplete~='webauthn']"

/**
 * Has the browser suggest passkeys in the field, and hands over the one
 * that is picked. It is silent until then: a browser without autofill,
 * a refused request and a button that takes over are nobody's error.
 *
 * @param onPick    Gets what has the server verify the passkey.
 * @param beginAtOnce Otherwise it begins when somebody goes to the field.
 * @returns Ends it.
 */
export function offerAutofill(
  onPick: (picked: Picked) => void,
  beginAtOnce = true,
): () => void {
  const ended = new AbortController()
  const { signal } = ended
  /** Ends the request that waits for somebody to pick. */
  let waiting: AbortController | undefined
  let isStale = false

  async function begin() {
    if (waiting || signal.aborted) return
    const request = new AbortController()
    waiting = request
    isStale = false
    const timer = setTimeout(() => {
      isStale = true
      renew()
    }, renewAfterMs)
    try {
      const picked = await pickPasskey(undefined, {
        mediation: "conditional",
        signal: request.signal,
      })
      if (!request.signal.aborted) onPick(picked)
    } catch {
      // Nobody has asked for anything yet.
    } finally {
      clearTimeout(timer)
      if (waiting === request) waiting = undefined
    }
  }

  /** Replaces a challenge that is old, or that another tab replaced. */
  function renew() {
    // Two tabs that renew unseen would take turns for ever.
    if (!waiting || !isStale || !document.hasFocus()) return
    waiting.abort()
    waiting = undefined
    void begin()
  }

  /** Whoever comes to the field sees passkeys, whatever came before. */
  function resume({ target }: Event) {
    if (target instanceof Element && target.matches(field)) void begin()
  }

  void askPasskeySupport().then(({ autofill }) => {
    // React's StrictMode begins, ends and begins again at once.
    if (!autofill || signal.aborted) return
    const note = () => (isStale = true)
    otherTabs().addEventListener("message", note, { signal })
    window.addEventListener("focus", renew, { signal })
    document.addEventListener("visibilitychange", renew, { signal })
    document.addEventListener("focusin", resume, { signal })
    document.addEventListener("pointerdown", resume, { signal })
    if (beginAtOnce) void begin()
  })
  return () => {
    ended.abort()
    waiting?.abort()
  }
}
