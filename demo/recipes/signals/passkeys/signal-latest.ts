import type { PasskeysAnswer } from "@/passkeys/passkeys-answer"
import { unlessRegistering } from "@/passkeys/registration-lock"
import { signalAccepted, signalUserDetails } from "./signals"

/** A registration waits for it: not long enough to lose its click. */
const timeoutMs = 2_000

/**
 * Asks the server which passkeys the account has, and tells the browser
 * these and the name of the account. Without an answer, or while a
 * passkey is being created, it says nothing.
 *
 * @returns How many user handles the browser was told about.
 */
export async function signalLatest(): Promise<number> {
  const told = await unlessRegistering(async () => {
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const response = await fetch("/api/passkeys", { signal })
      if (!response.ok) return 0
      const answer: PasskeysAnswer = await response.json()
      await signalUserDetails(answer, answer.accountName)
      return await signalAccepted(answer)
    } catch {
      return 0
    }
  })
  return told ?? 0
}
