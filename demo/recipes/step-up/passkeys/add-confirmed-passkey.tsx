"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { AddPasskey as AddFirstPasskey } from "@/passkeys/add-passkey"
import { registerPasskey } from "@/passkeys/ceremony"
import { PasskeyError } from "@/passkeys/passkey-error"
import { ProblemNotice } from "@/passkeys/problem-notice"
import { useHasPasskeys } from "@/passkeys/use-has-passkeys"
import { confirmItIsYou } from "./confirm-it-is-you"

/**
 * `AddPasskey`, which asks people for a passkey of theirs before they
 * add another. A first one can't be confirmed.
 */
export function AddPasskey({ isFirst }: { isFirst: boolean }) {
  return isFirst ? <AddFirstPasskey isFirst /> : <AddAnotherPasskey />
}

/**
 * It takes two presses, because a browser may want one for each prompt.
 */
function AddAnotherPasskey() {
  const router = useRouter()
  const hasPasskeys = useHasPasskeys()
  const [confirmation, setConfirmation] = useState<unknown>()
  const [status, setStatus] = useState("")
  const [error, setError] = useState<PasskeyError>()

  async function press() {
    setError(undefined)
    setStatus("")
    try {
      if (!confirmation) {
        setConfirmation(await confirmItIsYou("add-passkey"))
        setStatus("Thank you. Now create the passkey.")
        return
      }
      setConfirmation(undefined)
      await registerPasskey(undefined, undefined, undefined, {
        confirmation: JSON.stringify(confirmation),
      })
      setStatus("The passkey was added.")
      router.refresh()
    } catch (error) {
      if (!(error instanceof PasskeyError)) throw error
      setError(error)
    }
  }

  if (!hasPasskeys)
    return <p>This browser can&apos;t create passkeys on this page.</p>
  return (
    <>
      <button onClick={press}>
        {confirmation ? "Create the passkey" : "Add another passkey"}
      </button>
      <p role="status">{status}</p>
      <ProblemNotice error={error} />
    </>
  )
}
