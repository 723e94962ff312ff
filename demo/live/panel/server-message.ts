import { useEffect, useState } from "react"
import type { PasskeyError } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"

/** What Auth.js says to whoever it refuses. The starter's own words say more. */
export const authJsRefusal = "Invalid request"

type Answer = {
  error: PasskeyError
  /** How many seconds to wait, or which limit was reached; `undefined` when it said nothing. */
  message?: string
}

/**
 * What the server said with an error. Shown once it is known, so that a screen reader hears one
 * message and not two.
 *
 * @returns `undefined` until the answer has been read, and without an error.
 */
export function useServerAnswer(error: PasskeyError | undefined): Answer | undefined {
  const [latest, setLatest] = useState<Answer>()
  useEffect(() => {
    if (!error) return
    let isCurrent = true
    const show = (message?: string) => {
      if (isCurrent) setLatest({ error, ...(message && { message }) })
    }
    messageIn(error.cause).then(show, () => show())
    return () => {
      isCurrent = false
    }
  }, [error])
  return latest && latest.error === error ? latest : undefined
}

async function messageIn(answer: unknown): Promise<string | undefined> {
  if (!(answer instanceof Response) || answer.ok || answer.bodyUsed) return undefined
  const { error } = (await answer.json()) as { error?: unknown }
  return typeof error === "string" ? error : undefined
}
