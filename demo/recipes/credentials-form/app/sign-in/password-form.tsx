"use client"

import { signIn } from "next-auth/react"
import { useState, type FormEvent } from "react"

export function PasswordForm({
  callbackPath,
}: {
  callbackPath: string
}) {
  const [error, setError] = useState<string>()

  // `<form action={…}>` would clear the fields after a wrong password.
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const result = await signIn("credentials", {
      email: form.get("email"),
      password: form.get("password"),
      redirect: false,
    })
    setError(result.error)
    if (!result.error) location.assign(callbackPath)
  }

  return (
    <form onSubmit={submit}>
      <label>
        E-mail{" "}
        <input
          name="email"
          type="email"
          autoComplete="username"
          required
        />
      </label>
      <label>
        Password{" "}
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </label>
      <button>Sign in with a password</button>
      <p role="alert">
        {error === "CredentialsSignin" &&
          "The e-mail address or the password is wrong."}
        {error &&
          error !== "CredentialsSignin" &&
          "Signing in failed. Please try again later."}
      </p>
    </form>
  )
}
