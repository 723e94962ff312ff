import { redirect } from "next/navigation"
import { connection } from "next/server"
import { Suspense } from "react"
import { auth } from "@/auth"
import { AddPasskey } from "@/passkeys/add-passkey"
import { listPasskeys } from "@/passkeys/manage-passkeys"
import { signedInUser } from "@/passkeys/passkeys-endpoint"
import { YourPasskeys } from "@/passkeys/your-passkeys"
import { prisma } from "@/prisma"

export default function SettingsPage() {
  return (
    <main>
      <h1>Settings</h1>
      <Suspense>
        <Passkeys />
      </Suspense>
    </main>
  )
}

async function Passkeys() {
  // With `cacheComponents`, content that depends on the visitor must
  // wait for a request.
  await connection()
  const user = await signedInUser(prisma, await auth())
  if (!user) redirect("/sign-in?callbackUrl=/settings")
  const passkeys = await listPasskeys(prisma, user.id)
  return (
    <YourPasskeys passkeys={passkeys}>
      {user.email ? (
        <AddPasskey isFirst={passkeys.length === 0} />
      ) : (
        <p>To add a passkey, add an e-mail address first.</p>
      )}
    </YourPasskeys>
  )
}
