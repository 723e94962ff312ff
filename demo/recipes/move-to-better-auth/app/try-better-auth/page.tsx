import { headers } from "next/headers"
import { Suspense } from "react"
import { auth } from "@/better-auth"
import { BetterAuthButtons } from "@/passkeys/better-auth-buttons"

export default function TryBetterAuthPage() {
  return (
    <main>
      <h1>Better Auth</h1>
      <Suspense>
        <Account />
      </Suspense>
    </main>
  )
}

async function Account() {
  const session = await auth.api.getSession({
    headers: await headers(),
  })
  return (
    <>
      <p>
        {session
          ? `You are ${session.user.email}.`
          : "You are signed out."}
      </p>
      <BetterAuthButtons isSignedIn={session !== null} />
    </>
  )
}
