"use client"

import { signOut } from "next-auth/react"
import { useState } from "react"
import { confirmItIsYou } from "./confirm-it-is-you"
import { PasskeyError } from "@/passkeys/passkey-error"
import { ProblemNotice } from "@/passkeys/problem-notice"

/** Deletes the account of whoever is signed in and has a passkey. */
export function DeleteAccount() {
  const [error, setError] = useState<PasskeyError>()

  async function deleteAccount() {
    setError(undefined)
    try {
      const confirmation = await confirmItIsYou("delete-account")
      const response = await fetch("/api/account", {
        method: "DELETE",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ confirmation }),
      })
      if (!response.ok) throw new PasskeyError("refused")
      await signOut({ redirectTo: "/" })
    } catch (error) {
      setError(
        error instanceof PasskeyError
          ? error
          : new PasskeyError("network", { cause: error }),
      )
    }
  }

  return (
    <>
      <button onClick={deleteAccount}>Delete my account</button>
      <ProblemNotice error={error} />
    </>
  )
}
