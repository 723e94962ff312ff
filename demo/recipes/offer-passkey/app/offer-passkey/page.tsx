import Link from "next/link"
import { redirect } from "next/navigation"
import { connection } from "next/server"
import { Suspense } from "react"
import { auth } from "@/auth"
import { toCallbackPath } from "@/passkeys/callback-path"
import { OfferPasskey } from "@/passkeys/offer-passkey"

type Props = {
  searchParams: Promise<{ callbackUrl?: unknown; from?: unknown }>
}

export default function OfferPasskeyPage({ searchParams }: Props) {
  return (
    <main>
      <h1>You are signed in</h1>
      <Suspense>
        <Offer searchParams={searchParams} />
      </Suspense>
    </main>
  )
}

async function Offer({ searchParams }: Props) {
  // With `cacheComponents`, content that depends on the visitor must
  // wait for a request.
  await connection()
  const { callbackUrl, from } = await searchParams
  const callbackPath = toCallbackPath(callbackUrl)
  const session = await auth()
  // Auth.js can't create a passkey without an e-mail address.
  if (!session?.user?.email) redirect(callbackPath)
  return (
    <>
      <OfferPasskey
        account={session.user.email}
        afterPassword={from === "password"}
        callbackPath={callbackPath}
      />
      <Link href={callbackPath}>Skip this step</Link>
    </>
  )
}
