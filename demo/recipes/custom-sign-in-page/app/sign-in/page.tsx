import { redirect } from "next/navigation"
import { connection } from "next/server"
import { Suspense } from "react"
import { auth } from "@/auth"
import { toCallbackPath } from "@/passkeys/callback-path"
import { OtherProviders } from "./other-providers"
import { SignInForm } from "./sign-in-form"

type Props = {
  searchParams: Promise<{ callbackUrl?: unknown; error?: unknown }>
}

export default function SignInPage({ searchParams }: Props) {
  return (
    <main>
      <h1>Sign in</h1>
      <Suspense>
        <SignIn searchParams={searchParams} />
      </Suspense>
    </main>
  )
}

async function SignIn({ searchParams }: Props) {
  // With `cacheComponents`, content that depends on the visitor must
  // wait for a request.
  await connection()
  const { callbackUrl, error } = await searchParams
  const callbackPath = toCallbackPath(callbackUrl)
  if (await auth()) redirect(callbackPath)
  return (
    <>
      {!!error && (
        <p role="alert">
          You were not signed in. Try again, or choose another way.
        </p>
      )}
      <SignInForm callbackPath={callbackPath} />
      <OtherProviders callbackPath={callbackPath} />
    </>
  )
}
