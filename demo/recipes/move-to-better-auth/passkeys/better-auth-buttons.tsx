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
  const [message, setMessage] = useState("")

  async function press(request: () => Promise<Result>, done: string) {
    setMessage("")
    const { error } = await request()
    setMessage(error ? (error.message ?? "It didn't work.") : done)
    // Has the server read the session again.
    router.refresh()
  }

  const button = (
    name: string,
    request: () => Promise<Result>,
    done = "",
  ) => <button onClick={() => press(request, done)}>{name}</button>
  return (
    <>
      {isSignedIn ? (
        <>
          {button(
            "Add another passkey",
            () => authClient.passkey.addPasskey(),
            "The passkey was added.",
          )}
          {button("Sign out", () => authClient.signOut())}
        </>
      ) : (
        button("Sign in with a passkey", () =>
          authClient.signIn.passkey(),
        )
      )}
      <p role="status">{message}</p>
    </>
  )
}
