"use client"

import { useRouter } from "next/navigation"
import { ProblemNotice } from "@/passkeys/problem-notice"
import { usePasskeys } from "@/passkeys/use-passkeys"

/**
 * Signs in with a passkey. People create theirs after they have signed
 * in another way.
 */
export function SignInForm({ callbackPath }: { callbackPath: string }) {
  const router = useRouter()
  const { step, error, signIn } = usePasskeys()

  async function pick() {
    if (!(await signIn())) return
    router.push(callbackPath)
    // A layout that shows who is signed in is rendered again too.
    router.refresh()
  }

  return (
    <>
      <button onClick={pick} disabled={!!step}>
        Sign in with a passkey
      </button>
      <p role="status">
        {step === "authenticator" && "Follow your browser's prompt."}
      </p>
      <ProblemNotice error={error} />
    </>
  )
}
