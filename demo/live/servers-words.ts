import { useEffect, useState } from "react"
import type { PasskeyError } from "../starter/passkeys/passkey-error"

/** What Auth.js says to whoever it refuses. The starter's own words say more. */
const unhelpful = "Invalid request"

/**
 * What the demo's server said when it refused: how many seconds to wait, or which limit was reached.
 *
 * @returns `undefined` when it said nothing that helps, and until its answer has been read.
 */
export function useServersWords(error: PasskeyError | undefined): string | undefined {
  const [said, setSaid] = useState<{ error: PasskeyError; words: string }>()
  useEffect(() => {
    const answer = error?.cause
    if (!error || !(answer instanceof Response) || answer.ok || answer.bodyUsed) return
    answer.json().then(
      (body: { error?: unknown }) => {
        if (typeof body.error === "string" && body.error !== unhelpful)
          setSaid({ error, words: body.error })
      },
      () => {},
    )
  }, [error])
  return said && said.error === error ? said.words : undefined
}
