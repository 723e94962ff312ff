import { headers } from "next/headers"
import { Suspense } from "react"
import { PasskeyServerButtons } from "@/passkeys/passkey-server-buttons"
import { readSession } from "@/passkeys/sessions"

export default function TryPasskeyServerPage() {
  return (
    <main>
      <h1>Passkey server</h1>
      <Suspense>
        <Account />
      </Suspense>
    </main>
  )
}

async function Account() {
  const user = await readSession({ headers: await headers() })
  return (
    <>
      <p>{user ? `You are ${user.email}.` : "You are signed out."}</p>
      <PasskeyServerButtons isSignedIn={user !== null} />
    </>
  )
}
