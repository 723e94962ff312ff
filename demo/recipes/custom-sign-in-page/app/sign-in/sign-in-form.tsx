"use client"

import { useRouter } from "next/navigation"
import type { FormEvent } from "react"
import { ProblemNotice } from "@/passkeys/problem-notice"
import { usePasskeys } from "@/passkeys/use-passkeys"

export function SignInForm({ callbackPath }: { callbackPath: string }) {
  const router = useRouter()
  const { step, error, register, signIn } = usePasskeys()

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

  return (
    <>
      <button onClick={pick} disabled={!!step}>
        Sign in with a passkey
      </button>
      <form onSubmit={create}>
        <label>
          E-mail{" "}
          <input
            name="email"
            type="email"
            autoComplete="username"
            required
          />
        </label>
        <button disabled={!!step}>Create a passkey</button>
      </form>
      <p role="status">
        {step === "authenticator" && "Follow your browser's prompt."}
      </p>
      <ProblemNotice error={error} />
    </>
  )
}
