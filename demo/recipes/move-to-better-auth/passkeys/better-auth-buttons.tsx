"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { authClient } from "@/better-auth-client"

type Result = { error: { message?: string } | null }

export function BetterAuthButtons({
  isSignedIn,
}: {
  isSignedIn: boolean
}) {
  const router = useRouter()
  const [problem, setProblem] = useState("")

  async function press(request: () => Promise<Result>) {
    const { error } = await request()
    setProblem(error ? (error.message ?? "It didn't work.") : "")
    // Has the server read the session again.
    router.refresh()
  }

  const button = (name: string, request: () => Promise<Result>) => (
    <button onClick={() => press(request)}>{name}</button>
  )
  return (
    <>
      {isSignedIn ? (
        <>
          {button("Add another passkey", () =>
            authClient.passkey.addPasskey(),
          )}
          {button("Sign out", () => authClient.signOut())}
        </>
      ) : (
        button("Sign in with a passkey", () =>
          authClient.signIn.passkey(),
        )
      )}
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}
