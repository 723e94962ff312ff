"use client"

import { getSession, useSession } from "next-auth/react"
import { useRef, useState } from "react"
import {
  registerPasskey,
  signInWithPasskey,
  type CeremonyStep,
  type Presentation,
} from "./ceremony"
import { PasskeyError } from "./passkey-error"

/**
 * Both ceremonies for a component, with the state to show: the current
 * step and the last error.
 */
export function usePasskeys() {
  const { update } = useSession()
  const [step, setStep] = useState<CeremonyStep>()
  const [error, setError] = useState<PasskeyError>()
  const running = useRef(false)

  /**
   * Runs one ceremony at a time and ignores further clicks. Returns
   * whether it succeeded.
   */
  async function run(ceremony: () => Promise<void>) {
    if (running.current) return false
    running.current = true
    setError(undefined)
    try {
      await ceremony()
      // While the first session is still loading, `update()` does
      // nothing. `getSession()` then has every `useSession` ask again.
      if (!(await update())) await getSession()
      return true
    } catch (error) {
      setError(
        error instanceof PasskeyError
          ? error
          : new PasskeyError("server", { cause: error }),
      )
      return false
    } finally {
      running.current = false
      setStep(undefined)
    }
  }

  return {
    step,
    error,
    register: (email?: string) =>
      run(() => registerPasskey(email, setStep)),
    signIn: (presentation?: Presentation) =>
      run(() => signInWithPasskey(setStep, presentation)),
    /** Has the server verify what `pickPasskey` returned. */
    verify: (picked: (onStep: typeof setStep) => Promise<void>) =>
      run(() => picked(setStep)),
  }
}
