import { Suspense } from "react"

type Props = {
  searchParams: Promise<{
    token?: string
    email?: string
    callbackUrl?: string
  }>
}

/** Where the link in an e-mail leads. */
export default function ConfirmPage({ searchParams }: Props) {
  return (
    <main>
      <h1>Sign in</h1>
      <Suspense>
        <Confirm searchParams={searchParams} />
      </Suspense>
    </main>
  )
}

async function Confirm({ searchParams }: Props) {
  const { token, email, callbackUrl } = await searchParams
  return (
    <form action="/api/auth/callback/email">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <button>Sign in as {email}</button>
    </form>
  )
}
