import { useEffect, useState } from "react"
import type { PasskeyError } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"

/** What Auth.js says to whoever it refuses. The starter's own words say more. */
const unhelpful = "Invalid request"

/**
 * What the demo's server said when it refused: how many seconds to wait, or which limit was reached.
 *
 * @returns `undefined` when it said nothing that helps, and until its answer has been read.
 */
export function useServerMessage(error: PasskeyError | undefined): string | undefined {
  const [latest, setLatest] = useState<{ error: PasskeyError; message: string }>()
  useEffect(() => {
    const answer = error?.cause
    if (!error || !(answer instanceof Response) || answer.ok || answer.bodyUsed) return
    answer.json().then(
      (body: { error?: unknown }) => {
        if (typeof body.error === "string" && body.error !== unhelpful)
          setLatest({ error, message: body.error })
      },
      () => {},
    )
  }, [error])
  return latest && latest.error === error ? latest.message : undefined
}
