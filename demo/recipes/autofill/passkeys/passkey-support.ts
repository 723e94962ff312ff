"use client"

import { useEffect, useState } from "react"

/** What this browser can do with passkeys. */
export type PasskeySupport = {
  /** Whether it has passkeys at all, here. */
  passkeys: boolean
  /** Whether it can suggest them in a field. */
  autofill: boolean
  /** Whether it can ask for those on this device only. */
  immediate: boolean
}

const none = { passkeys: false, autofill: false, immediate: false }

/**
 * Asks the browser. `getClientCapabilities()` is in Chromium from 133
 * on, in Safari from 17.4 and in Firefox from 135. Browsers that
 * don't have it, or leave autofill out of its answer, are asked in the
 * older way. WebAuthn L3 §5.1.7.
 */
export async function askPasskeySupport(): Promise<PasskeySupport> {
  if (!window.isSecureContext || !window.PublicKeyCredential)
    return none
  // Older browsers lack what TypeScript expects of every browser.
  const asked: Partial<typeof PublicKeyCredential> = PublicKeyCredential
  try {
    const told: Record<string, boolean | undefined> | undefined =
      await asked.getClientCapabilities?.()
    const autofill =
      told?.conditionalGet ??
      (await asked.isConditionalMediationAvailable?.()) ??
      false
    const immediate = told?.immediateGet ?? false
    return { passkeys: true, autofill, immediate }
  } catch {
    return { ...none, passkeys: true }
  }
}

/** The same for a component; `undefined` until the browser has said. */
export function usePasskeySupport(): PasskeySupport | undefined {
  const [support, setSupport] = useState<PasskeySupport>()
  useEffect(() => {
    void askPasskeySupport().then(setSupport)
  }, [])
  return support
}
