"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { fetchOptions, postResponse } from "@/passkeys/auth-endpoints"
import { alone, rethrow } from "@/passkeys/ceremony"
import {
  credentialToJson,
  parseCreationOptions,
} from "@/passkeys/credential-json"
import { PasskeyError } from "@/passkeys/passkey-error"
import { ProblemNotice } from "@/passkeys/problem-notice"
import { confirmItIsYou } from "./confirm-it-is-you"

/**
 * Adds another passkey to an account that has one. It takes two
 * presses, because a browser may want one for each prompt.
 */
export function AddConfirmedPasskey() {
  const router = useRouter()
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
      await registerConfirmed(confirmation)
      setStatus("The passkey was added.")
      router.refresh()
    } catch (error) {
      if (!(error instanceof PasskeyError)) throw error
      setError(error)
    }
  }

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

const registerConfirmed = (confirmation: unknown) =>
  alone({}, async (signal) => {
    const options = await fetchOptions("register", { signal })
    const publicKey = parseCreationOptions(options)
    const credential = await navigator.credentials
      .create({ publicKey, signal })
      .catch(rethrow)
    if (!credential) throw new PasskeyError("cancelled")
    const data = credentialToJson(credential as PublicKeyCredential)
    await postResponse("register", data, {
      confirmation: JSON.stringify(confirmation),
    })
  })
