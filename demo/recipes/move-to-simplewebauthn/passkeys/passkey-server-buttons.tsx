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
  const [message, setMessage] = useState("")

  async function press(request: () => Promise<void>, done: string) {
    setMessage("")
    try {
      await request()
      setMessage(done)
    } catch (error) {
      setMessage(error instanceof Error ? error.message : String(error))
    }
    // Has the server read the session again.
    router.refresh()
  }

  const button = (
    name: string,
    request: () => Promise<void>,
    done = "",
  ) => <button onClick={() => press(request, done)}>{name}</button>
  return (
    <>
      {isSignedIn ? (
        <>
          {button(
            "Add another passkey",
            addPasskey,
            "The passkey was added.",
          )}
          {button("Sign out", signOut)}
        </>
      ) : (
        button("Sign in with a passkey", signIn)
      )}
      <p role="status">{message}</p>
    </>
  )
}
