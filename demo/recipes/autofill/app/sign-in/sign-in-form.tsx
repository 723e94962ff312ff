"use client"

import { useRouter } from "next/navigation"
import type { FormEvent } from "react"
import { usePasskeySupport } from "@/passkeys/passkey-support"
import { ProblemNotice } from "@/passkeys/problem-notice"
import { useAutofill } from "@/passkeys/use-autofill"
import { usePasskeys } from "@/passkeys/use-passkeys"

export function SignInForm({ callbackPath }: { callbackPath: string }) {
  const router = useRouter()
  const support = usePasskeySupport()
  const passkeys = usePasskeys()
  const { step, error, register, signIn } = passkeys
  useAutofill(passkeys, leave)

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = new FormData(event.currentTarget).get("email")
    if (await register(String(email))) leave()
  }

  async function pick() {
    if (await signIn()) leave()
  }

  function leave() {
    router.push(callbackPath)
    // A layout that shows who is signed in is rendered again too.
    router.refresh()
  }

  if (support && !support.passkeys)
    return <p>This browser can&apos;t use passkeys on this page.</p>
  return (
    <>
      <form onSubmit={create}>
        <label>
          E-mail{" "}
          <input
            name="email"
            type="email"
            autoComplete="username webauthn"
            autoFocus
            required
          />
        </label>
        <button disabled={!!step}>Create a passkey</button>
      </form>
      <button onClick={pick} disabled={!!step}>
        Sign in with a passkey
      </button>
      <p role="status">
        {step === "authenticator" && "Follow your browser's prompt."}
        {step === "verification" && "Signing in…"}
      </p>
      <ProblemNotice error={error} />
    </>
  )
}
