import Link from "next/link"
import { connection } from "next/server"
import { Suspense } from "react"
import { auth, signOut } from "@/auth"
import { AddPasskey } from "@/passkeys/add-passkey"
import { prisma } from "@/prisma"

export default function HomePage() {
  return (
    <main>
      <Suspense>
        <Account />
      </Suspense>
    </main>
  )
}

async function Account() {
  // With `cacheComponents`, content that depends on the visitor must
  // wait for a request.
  await connection()
  const session = await auth()
  if (!session?.user)
    return (
      <>
        <h1>Signed out</h1>
        <Link href="/sign-in">Sign in</Link>
      </>
    )
  const { email } = session.user
  return (
    <>
      <h1>Signed in</h1>
      {email ? (
        <Passkeys email={email} />
      ) : (
        <p>To add a passkey, add an e-mail address first.</p>
      )}
      <form
        action={async () => {
          "use server"
          await signOut()
        }}
      >
        <button>Sign out</button>
      </form>
    </>
  )
}

async function Passkeys({ email }: { email: string }) {
  const count = await prisma.authenticator.count({
    where: { user: { email } },
  })
  return (
    <>
      <p>You are {email}.</p>
      <AddPasskey isFirst={count === 0} />
    </>
  )
}
