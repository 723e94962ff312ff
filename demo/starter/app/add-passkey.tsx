"use client"

import { useState } from "react"
import { ProblemNotice } from "@/passkeys/problem-notice"
import { usePasskeys } from "@/passkeys/use-passkeys"

export function AddPasskey() {
  const { step, error, register } = usePasskeys()
  const [added, setAdded] = useState(false)

  return (
    <>
      <button onClick={async () => setAdded(await register())} disabled={!!step}>
        Add another passkey
      </button>
      <p role="status">{added && "The passkey was added."}</p>
      <ProblemNotice error={error} />
    </>
  )
}
