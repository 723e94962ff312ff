import type { RecordedExchange } from "../recording/ceremony"
import { RawExchange } from "./raw-exchange"

/** The request that tells the page who is signed in. */
export function SessionView({ exchange }: { exchange: RecordedExchange }) {
  return (
    <>
      <p>
        The page can't see the session cookie, so it asks Auth.js who is signed in. Auth.js looks up
        the cookie’s token in the table <code>Session</code> and returns the user, and with when the
        session ends.
      </p>
      <RawExchange exchange={exchange} open />
    </>
  )
}
