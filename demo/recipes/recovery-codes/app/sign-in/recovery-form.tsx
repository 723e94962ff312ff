"use client"

import { useState, type FormEvent } from "react"

/** Signs in with a recovery code. */
export function RecoveryForm({
  callbackPath,
}: {
  callbackPath: string
}) {
  const [message, setMessage] = useState("")

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setMessage("")
    const code = new FormData(event.currentTarget).get("code")
    const error = await signInWithCode(String(code))
    if (error === null) location.assign(callbackPath)
    else
      setMessage(
        error === "Verification"
          ? "This code is wrong, or it was used before."
          : "Signing in failed. Please try again later.",
      )
  }

  return (
    <form onSubmit={submit}>
      <label>
        Recovery code{" "}
        <input
          name="code"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </label>
      <button>Sign in with a recovery code</button>
      <p role="alert">{message}</p>
    </form>
  )
}

/** Returns the error that Auth.js names, or `null`. */
async function signInWithCode(code: string): Promise<string | null> {
  const query = new URLSearchParams({ token: normalize(code) })
  try {
    const response = await fetch(
      `/api/auth/callback/recovery-code?${query}`,
      // With this header, Auth.js returns JSON instead of a redirect.
      { headers: { "X-Auth-Return-Redirect": "1" } },
    )
    const { url } = await response.json()
    return new URL(url, location.href).searchParams.get("error")
  } catch {
    return "network"
  }
}

/**
 * A code as it was made, whatever people typed: in capital letters,
 * without dashes, or with a letter that looks like a digit.
 */
const normalize = (code: string) =>
  code
    .toLowerCase()
    .replace(/o/g, "0")
    .replace(/[il]/g, "1")
    .replace(/[^0-9a-z]/g, "")
