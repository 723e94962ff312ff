import { connection } from "next/server"
import { Suspense } from "react"
import { auth } from "@/auth"

export default function HomePage() {
  return (
    <Suspense>
      <Account />
    </Suspense>
  )
}

async function Account() {
  await connection()
  const session = await auth()
  return (
    <form className="p-8" action={session ? "/api/auth/signout" : "/api/auth/signin"}>
      {session && <p>You are {session.user?.email}.</p>}
      <button className="underline">{session ? "Sign out" : "Sign in"}</button>
    </form>
  )
}
