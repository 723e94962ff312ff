import { useEffect, useSyncExternalStore } from "react"
import { refreshRows, rowsStore } from "../rows/rows-store"

/**
 * What the server says about the account, asked again when another one is signed in: also in another
 * tab. `undefined` until it has answered.
 */
export function useAccount(email: string | null | undefined) {
  const { answer } = useSyncExternalStore(rowsStore.subscribe, rowsStore.get)
  useEffect(() => {
    void refreshRows()
  }, [email])
  return answer && { database: answer.database, passkeys: answer.rows?.Authenticator.length }
}
