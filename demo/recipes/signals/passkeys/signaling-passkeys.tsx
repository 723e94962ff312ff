"use client"

import { useEffect, useRef, type ComponentProps } from "react"
import type { PasskeysAnswer } from "@/passkeys/passkeys-answer"
import { YourPasskeys } from "@/passkeys/your-passkeys"
import {
  signalAccepted,
  signalRemoved,
  signalUserDetails,
} from "./signals"

type Props = Omit<ComponentProps<typeof YourPasskeys>, "onChange">

/**
 * The passkeys of whoever is signed in. The browser is told which ones
 * there are when the list appears, and after each removal.
 */
export function SignalingPasskeys(props: Props) {
  const known = useRef<PasskeysAnswer>(undefined)

  useEffect(() => {
    const leaving = new AbortController()
    // What the server rendered may come from a cache of the browser.
    fetch("/api/passkeys", { signal: leaving.signal })
      .then(async (response) => {
        if (!response.ok) return
        const answer: PasskeysAnswer = await response.json()
        known.current = answer
        await signalAccepted(answer)
        await signalUserDetails(answer, answer.accountName)
      })
      // Without an answer, there's nothing that could be said.
      .catch(() => {})
    return () => leaving.abort()
  }, [])

  async function tell(now: PasskeysAnswer) {
    const before = known.current
    known.current = now
    if (before) await signalRemoved(before, now)
  }

  return (
    <YourPasskeys {...props} onChange={(answer) => void tell(answer)} />
  )
}
