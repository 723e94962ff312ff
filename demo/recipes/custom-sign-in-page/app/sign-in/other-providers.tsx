"use client"

import { getProviders, signIn } from "next-auth/react"
import { useEffect, useState } from "react"

type Provider = { id: string; name: string; type: string }

/**
 * A button for each OAuth provider in `auth.ts`, and a form for each
 * that sends a link by e-mail. The Credentials provider has fields of
 * your own: keep your form for it.
 */
export function OtherProviders({
  callbackPath,
}: {
  callbackPath: string
}) {
  const [providers, setProviders] = useState<Provider[]>([])
  useEffect(() => {
    void getProviders().then((found) =>
      setProviders(Object.values(found ?? {})),
    )
  }, [])

  return providers.map(({ id, name, type }) => {
    if (type === "oauth" || type === "oidc")
      return (
        <button
          key={id}
          onClick={() => signIn(id, { redirectTo: callbackPath })}
        >
          Sign in with {name}
        </button>
      )
    if (type === "email")
      return (
        <form
          key={id}
          action={(form) =>
            signIn(id, {
              email: form.get("email"),
              redirectTo: callbackPath,
            })
          }
        >
          <label>
            E-mail for a link{" "}
            <input
              name="email"
              type="email"
              autoComplete="email"
              required
            />
          </label>
          <button>Send a link</button>
        </form>
      )
    return null
  })
}
