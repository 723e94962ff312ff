"use client"

import Link from "next/link"
import { useRouter } from "next/navigation"
import type { MouseEvent } from "react"
import { usePasskeySupport } from "./passkey-support"
import { usePasskeys } from "@/passkeys/use-passkeys"

/**
 * A link to the sign-in page. Where the browser has the immediate UI,
 * it first offers the passkeys on this device, and the page is only for
 * those who have none there or pick none.
 */
export function SignInLink({ callbackPath }: { callbackPath: string }) {
  const router = useRouter()
  const support = usePasskeySupport()
  const { step, signIn } = usePasskeys()
  const query = new URLSearchParams({ callbackUrl: callbackPath })
  const href = `/sign-in?${query}`

  async function offer(event: MouseEvent) {
    const opensElsewhere =
      event.metaKey || event.ctrlKey || event.shiftKey
    if (!support?.immediate || opensElsewhere) return
    event.preventDefault()
    if (step) return
    const isSignedIn = await signIn({ uiMode: "immediate" })
    router.push(isSignedIn ? callbackPath : href)
    if (isSignedIn) router.refresh()
  }

  return (
    <Link href={href} onClick={offer}>
      Sign in
    </Link>
  )
}
