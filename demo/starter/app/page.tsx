import { connection } from "next/server"
import { Suspense } from "react"
import { auth } from "@/auth"

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
  return (
    <form action={session ? "/api/auth/signout" : "/api/auth/signin"}>
      {session && <p>You are {session.user?.email}.</p>}
      <button>{session ? "Sign out" : "Sign in"}</button>
    </form>
  )
}
