"use client"

import { getSession, useSession } from "next-auth/react"
import { useEffect, useEffectEvent, useRef, useState } from "react"
import { offerAutofill } from "./autofill"
import type { usePasskeys } from "@/passkeys/use-passkeys"

type Passkeys = ReturnType<typeof usePasskeys>

/**
 * Suggests passkeys in the field with
 * `autocomplete="username webauthn"`, while nobody is signed in and no
 * other ceremony runs. Whoever picks one is signed in, and then
 * `onSignedIn` is called.
 */
export function useAutofill(
  { step, verify }: Pick<Passkeys, "step" | "verify">,
  onSignedIn: () => void,
) {
  const { status } = useSession()
  const wasPicked = useRef(false)
  const finish = useEffectEvent(
    async (picked: Parameters<typeof verify>[0]) => {
      if (await verify(picked)) onSignedIn()
    },
  )

  // A Server Action that signs out doesn't tell `SessionProvider`.
  // `getSession()` has every `useSession` ask again.
  const [seemsSignedIn] = useState(status === "authenticated")
  useEffect(() => {
    if (seemsSignedIn) void getSession()
  }, [seemsSignedIn])

  const isOffered = status === "unauthenticated" && !step
  useEffect(() => {
    if (!isOffered) return
    // After a passkey that was not accepted, it begins when somebody
    // returns to the field. An authenticator that answers by itself
    // would else be asked for ever.
    return offerAutofill((picked) => {
      wasPicked.current = true
      void finish(picked)
    }, !wasPicked.current)
  }, [isOffered])
}
