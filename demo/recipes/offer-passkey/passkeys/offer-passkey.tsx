"use client"

import { useRouter } from "next/navigation"
import { useEffect, useId, useState } from "react"
import { createWithoutPrompt } from "./create-without-prompt"
import { rememberAnswer } from "./offer-answers"
import { ProblemNotice } from "@/passkeys/problem-notice"
import { shouldOffer } from "./should-offer"
import { usePasskeys } from "@/passkeys/use-passkeys"

type Props = {
  /** The e-mail address of whoever has just signed in another way. */
  account: string
  /** Whether it was with a password. */
  afterPassword: boolean
  /** Where they go then, or at once if there's nothing to offer. */
  callbackPath: string
}

export function OfferPasskey({
  account,
  afterPassword,
  callbackPath,
}: Props) {
  const router = useRouter()
  const heading = useId()
  const { step, error, register } = usePasskeys()
  const [offered, setOffered] = useState(false)
  const hasPasskey = error?.code === "already-registered"

  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    async function decide() {
      if (afterPassword && (await createWithoutPrompt(signal)))
        await rememberAnswer(account, "has-passkey")
      const offer = await shouldOffer(account)
      // React's Strict Mode runs an effect twice.
      if (signal.aborted) return
      if (offer) setOffered(true)
      else router.replace(callbackPath)
    }
    void decide()
    return () => leaving.abort()
  }, [account, afterPassword, callbackPath, router])

  useEffect(() => {
    if (hasPasskey) void rememberAnswer(account, "has-passkey")
  }, [account, hasPasskey])

  async function create() {
    if (!(await register())) return
    await rememberAnswer(account, "has-passkey")
    router.replace(callbackPath)
  }

  async function decline() {
    await rememberAnswer(account, "declined")
    router.replace(callbackPath)
  }

  if (!offered) return <p role="status">One moment…</p>
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>Sign in with a passkey next time?</h2>
      <p>
        With a passkey, you sign in the way you unlock this device: with
        your fingerprint, your face or a PIN. Nothing to remember, and
        nothing to type.
      </p>
      {!hasPasskey && (
        <button onClick={create} disabled={!!step}>
          Create a passkey
        </button>
      )}
      <button
        onClick={() => router.replace(callbackPath)}
        disabled={!!step}
      >
        {hasPasskey ? "Continue" : "Not now"}
      </button>
      {!hasPasskey && (
        <button onClick={decline} disabled={!!step}>
          Don&apos;t ask again on this device
        </button>
      )}
      <p role="status">
        {step === "authenticator" && "Follow your browser's prompt."}
      </p>
      <ProblemNotice error={error} />
    </section>
  )
}
