"use client"

import { useEffect, useRef, type ComponentProps } from "react"
import type { PasskeysAnswer } from "@/passkeys/passkeys-answer"
import { YourPasskeys as List } from "@/passkeys/your-passkeys"
import { signalLatest } from "./signal-latest"
import { signalRemoved } from "./signals"

/**
 * `YourPasskeys`, which tells the browser which passkeys there are when
 * the list appears, and after each removal.
 */
export function YourPasskeys({
  onChange,
  ...props
}: ComponentProps<typeof List>) {
  const known = useRef(props.passkeys)
  useEffect(() => {
    known.current = props.passkeys
  }, [props.passkeys])

  useEffect(() => void signalLatest(), [])

  async function tell(now: PasskeysAnswer) {
    const before = known.current
    known.current = now.passkeys
    if ((await signalRemoved(before, now)) > 0) await signalLatest()
  }

  return (
    <List
      {...props}
      onChange={(answer) => {
        onChange?.(answer)
        void tell(answer)
      }}
    />
  )
}
