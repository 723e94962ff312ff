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
    <form action={session ? "/api/auth/signout" : "/api/auth/signin"}>
      {session && <p>You are {session.user?.email}.</p>}
      <button className="p-8">Sign {session ? "out" : "in"}</button>
    </form>
  )
}
