"use client"

import { useState, type ComponentProps } from "react"
import { confirmItIsYou } from "./confirm-it-is-you"
import { PasskeyError } from "@/passkeys/passkey-error"
import { ProblemNotice } from "@/passkeys/problem-notice"
import { YourPasskeys as List } from "@/passkeys/your-passkeys"

/** `YourPasskeys`, which asks for a passkey before it removes one. */
export function YourPasskeys({
  children,
  onChange,
  ...props
}: ComponentProps<typeof List>) {
  const [error, setError] = useState<PasskeyError>()

  async function confirmRemoval(id: string) {
    setError(undefined)
    try {
      const deed = `remove-passkey:${id}`
      return { confirmation: await confirmItIsYou(deed) }
    } catch (error) {
      if (!(error instanceof PasskeyError)) throw error
      setError(error)
      return undefined
    }
  }

  return (
    <List
      {...props}
      confirmRemoval={confirmRemoval}
      onChange={(answer) => {
        setError(undefined)
        onChange?.(answer)
      }}
    >
      {error && <ProblemNotice error={error} />}
      {children}
    </List>
  )
}
