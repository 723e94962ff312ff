import { useEffect, useRef, useSyncExternalStore } from "react"
import { ensureRows, refreshRows, rowsStore } from "../rows/rows-store"

/**
 * What the server says about the account, asked again when another one is signed in: also in another
 * tab. `undefined` until it has answered.
 */
export function useAccount(email: string | null | undefined) {
  const { answer } = useSyncExternalStore(rowsStore.subscribe, rowsStore.get)
  const hasAsked = useRef(false)
  useEffect(() => {
    if (hasAsked.current) void refreshRows()
    else ensureRows()
    hasAsked.current = true
  }, [email])
  return answer && { database: answer.database, passkeys: answer.rows?.Authenticator.length }
}
