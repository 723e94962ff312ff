"use client"

import { useRouter } from "next/navigation"
import type { FormEvent } from "react"
import { ProblemNotice } from "@/passkeys/problem-notice"
import { usePasskeys } from "@/passkeys/use-passkeys"

export function SignInForm() {
  const router = useRouter()
  const { step, error, register, signIn } = usePasskeys()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = new FormData(event.currentTarget).get("email")
    if (await register(String(email))) router.push("/")
  }

  async function pick() {
    if (await signIn()) router.push("/")
  }

  return (
    <>
      <button onClick={pick} disabled={!!step}>
        Sign in with a passkey
      </button>
      <form onSubmit={submit}>
        <label>
          E-mail <input name="email" type="email" autoComplete="username" required />
        </label>
        <button disabled={!!step}>Create a passkey</button>
      </form>
      <p role="status">{step === "authenticator" && "Follow your browser's prompt."}</p>
      <ProblemNotice error={error} />
    </>
  )
}
