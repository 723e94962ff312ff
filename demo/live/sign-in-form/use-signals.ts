import { useCallback, useRef, useState } from "react"
import type { PasskeysAnswer } from "../../recipes/settings/passkeys/passkeys-answer"
import { signalLatest } from "../../recipes/signals/passkeys/signal-latest"
import { signalRemoved } from "../../recipes/signals/passkeys/signals"

type Passkeys = PasskeysAnswer["passkeys"]

/**
 * Tells the browser which passkeys the reader has, as the guide's own settings page does, and says what
 * it was told. Without methods for signals, it says nothing.
 */
export function useSignals() {
  const known = useRef<Passkeys>(undefined)
  const [signalled, setSignalled] = useState<string>()

  /** The list is loaded more often than it changes, and the same list is signalled once. */
  const signalChange = useCallback(async (now: PasskeysAnswer) => {
    const before = known.current
    known.current = now.passkeys
    const removed = before ? await signalRemoved(before, now) : 0
    if (removed === 0 && before && !lacksSome(before, now.passkeys)) return
    if (await signalLatest())
      setSignalled(
        removed > 0
          ? "Signalled to your browser: which passkey you removed, and which ones you have."
          : "Signalled to your browser: which passkeys you have, and the name of your account.",
      )
  }, [])

  return { signalled, signalChange }
}

/** Whether the list lacks a passkey that the other has. */
const lacksSome = (list: Passkeys, other: Passkeys) =>
  other.some(({ id }) => !list.some((passkey) => passkey.id === id))
