import type { Ceremony, RecordedExchange } from "../recording/ceremony"
import { DecodedView } from "./decoded-view"
import { RawExchange } from "./raw-exchange"

const says = {
  registration:
    "The page asks how to register. Auth.js makes a challenge, looks up which credentials the account has already, and answers with the options for navigator.credentials.create().",
  authentication:
    "The page asks how to sign in. Auth.js makes a challenge and answers with the options for navigator.credentials.get(). No name is needed: any passkey of this site will do.",
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
