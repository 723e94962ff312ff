"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { ProblemNotice } from "./problem-notice"
import { useHasPasskeys } from "./use-has-passkeys"
import { usePasskeys } from "./use-passkeys"

/**
 * Adds a passkey to the account of whoever is signed in: `isFirst` if
 * it has none yet.
 */
export function AddPasskey({ isFirst }: { isFirst: boolean }) {
  const router = useRouter()
  const { step, error, register } = usePasskeys()
  const hasPasskeys = useHasPasskeys()
  const [added, setAdded] = useState(false)

  async function add() {
    setAdded(false)
    if (!(await register())) return
    setAdded(true)
    // The page counts the passkeys again.
    router.refresh()
  }

  if (!hasPasskeys)
    return <p>This browser can&apos;t create passkeys on this page.</p>
  return (
    <>
      <button onClick={add} disabled={!!step}>
        {isFirst ? "Add a passkey" : "Add another passkey"}
      </button>
      <p role="status">{added && "The passkey was added."}</p>
      <ProblemNotice error={error} />
    </>
  )
}
