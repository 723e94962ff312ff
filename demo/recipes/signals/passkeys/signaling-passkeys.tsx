"use client"

import { useEffect, useRef, type ComponentProps } from "react"
import type { PasskeysAnswer } from "@/passkeys/passkeys-answer"
import { YourPasskeys as List } from "@/passkeys/your-passkeys"
import {
  signalAccepted,
  signalRemoved,
  signalUserDetails,
} from "./signals"

/**
 * `YourPasskeys`, which tells the browser which passkeys there are when
 * the list appears, and after each removal.
 */
export function YourPasskeys({
  onChange,
  ...props
}: ComponentProps<typeof List>) {
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
    onChange?.(now)
    const before = known.current
    known.current = now
    if (before) await signalRemoved(before, now)
  }

  return <List {...props} onChange={(answer) => void tell(answer)} />
}
