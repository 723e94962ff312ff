import Link from "next/link"
import { auth, signOut } from "@/auth"
import { AddPasskey } from "./add-passkey"

export default async function HomePage() {
  const session = await auth()
  if (!session?.user)
    return (
      <main>
        <h1>Signed out</h1>
        <Link href="/sign-in">Sign in</Link>
      </main>
    )
  return (
    <main>
      <h1>Signed in</h1>
      <p>You are {session.user.email}.</p>
      <AddPasskey />
      <form
        action={async () => {
          "use server"
          await signOut()
        }}
      >
        <button>Sign out</button>
      </form>
    </main>
  )
}
