"use client"

import { signIn } from "next-auth/react"
import { useState } from "react"

export function PasswordForm({ callbackPath }: { callbackPath: string }) {
  const [failed, setFailed] = useState(false)

  async function submit(form: FormData) {
    const result = await signIn("credentials", {
      email: form.get("email"),
      password: form.get("password"),
      redirect: false,
    })
    setFailed(!!result.error)
    if (!result.error) location.assign(callbackPath)
  }

  return (
    <form action={submit}>
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button>Sign in with a password</button>
      <p role="alert">{failed && "The e-mail address or the password is wrong."}</p>
    </form>
  )
}
