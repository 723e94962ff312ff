"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { addPasskey, signIn, signOut } from "./passkey-requests"

export function PasskeyServerButtons({
  isSignedIn,
}: {
  isSignedIn: boolean
}) {
  const router = useRouter()
  const [problem, setProblem] = useState("")

  async function press(request: () => Promise<void>) {
    setProblem("")
    try {
      await request()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
    // Has the server read the session again.
    router.refresh()
  }

  const button = (name: string, request: () => Promise<void>) => (
    <button onClick={() => press(request)}>{name}</button>
  )
  return (
    <>
      {isSignedIn ? (
        <>
          {button("Add another passkey", addPasskey)}
          {button("Sign out", signOut)}
        </>
      ) : (
        button("Sign in with a passkey", signIn)
      )}
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}
