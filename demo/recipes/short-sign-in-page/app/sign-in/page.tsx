"use client"

import { getProviders, signIn } from "next-auth/react"
import { signIn as signInWithPasskey } from "next-auth/webauthn"
import { useEffect, useState } from "react"

export default function SignInPage() {
  const [providers, setProviders] = useState<
    { id: string; name: string; type: string }[]
  >([])
  const [message, setMessage] = useState("")
  useEffect(() => {
    void getProviders().then((found) =>
      setProviders(Object.values(found ?? {})),
    )
  }, [])

  // Auth.js redirects to this origin only, whatever `callbackUrl` says.
  const redirectTo = () =>
    new URLSearchParams(location.search).get("callbackUrl") ?? "/"

  async function run(options: {
    action: "authenticate" | "register"
    email?: string
  }) {
    setMessage("")
    const result = await signInWithPasskey("passkey", {
      ...options,
      redirectTo: redirectTo(),
      redirect: false,
    }).catch(() => undefined)
    if (result?.url) location.assign(result.url)
    else
      setMessage(
        "That didn't work. Try again. To add a passkey to an account you have, sign in to it first.",
      )
  }

  return (
    <main>
      <h1>Sign in</h1>
      <button onClick={() => run({ action: "authenticate" })}>
        Sign in with a passkey
      </button>
      <form
        action={(form) =>
          run({ action: "register", email: String(form.get("email")) })
        }
      >
        <label>
          E-mail{" "}
          <input
            name="email"
            type="email"
            autoComplete="username"
            required
          />
        </label>
        <button>Create a passkey</button>
      </form>
      <p role="alert">{message}</p>
      {providers
        .filter(({ type }) => type === "oauth" || type === "oidc")
        .map(({ id, name }) => (
          <button
            key={id}
            onClick={() => signIn(id, { redirectTo: redirectTo() })}
          >
            Sign in with {name}
          </button>
        ))}
    </main>
  )
}
