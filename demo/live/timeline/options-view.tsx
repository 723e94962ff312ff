import type { Ceremony, RecordedExchange } from "../recording/ceremony"
import { DecodedView } from "./decoded-view"
import { RawExchange } from "./raw-exchange"

const says = {
  registration:
    "The page asks how to register. Auth.js generates a challenge, looks up the credentials that the account already has, and returns the options for navigator.credentials.create().",
  authentication:
    "The page asks how to sign in. Auth.js generates a challenge and returns the options for navigator.credentials.get(). No name is needed, because any passkey for this site is accepted.",
  confirmation:
    "The page says what it is about to do. The server generates a challenge for exactly that, and returns the options for navigator.credentials.get(). They list the passkeys of whoever is signed in, and require user verification.",
}

/** The first request: the options. */
export function OptionsView({
  exchange,
  kind,
}: {
  exchange: RecordedExchange
  kind: Ceremony["kind"]
}) {
  return (
    <>
      <p>{says[kind]}</p>
      <RawExchange exchange={exchange} />
      {exchange.answer?.status === 200 && <DecodedView text={exchange.answer.body} />}
    </>
  )
}
