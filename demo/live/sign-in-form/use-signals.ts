import { useCallback, useRef, useState } from "react"
import type { PasskeysAnswer } from "../../recipes/settings/passkeys/passkeys-answer"
import {
  signalAccepted,
  signalRemoved,
  signalUserDetails,
} from "../../recipes/signals/passkeys/signals"

/**
 * Tells the browser which passkeys the reader has, as the guide's own settings page does, and says what
 * it was told. Without methods for signals, it says nothing.
 */
export function useSignals() {
  const known = useRef<PasskeysAnswer>(undefined)
  const [signalled, setSignalled] = useState<string>()

  /** The list is loaded more often than it changes, and the same list is signalled once. */
  const signalChange = useCallback(async (now: PasskeysAnswer) => {
    const before = known.current
    known.current = now
    if (before && lacksSome(now, before)) {
      if (await signalRemoved(before, now))
        setSignalled(
          "Signalled to your browser: which passkey you removed, and which ones you have.",
        )
    } else if (!before || lacksSome(before, now)) {
      const told = await signalAccepted(now)
      await signalUserDetails(now, now.accountName)
      if (told)
        setSignalled(
          "Signalled to your browser: which passkeys you have, and the name of your account.",
        )
    }
  }, [])

  return { signalled, signalChange }
}

/** Whether the list lacks a passkey that the other has. */
const lacksSome = (list: PasskeysAnswer, other: PasskeysAnswer) =>
  other.passkeys.some(({ id }) => !list.passkeys.some((passkey) => passkey.id === id))
