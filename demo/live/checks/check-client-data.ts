import type { Reference } from "../webauthn/specification"
import { outcomeOf, type Check } from "./check"
import type { Evidence } from "./evidence"

/** What the browser said: the steps from the one that checks `type` on. */
export function checkClientData(
  { clientData, options }: Evidence,
  type: "webauthn.create" | "webauthn.get",
  origin: string,
  step: (offset: number) => Reference,
): Check[] {
  const compare = (name: "type" | "challenge" | "origin", expected: string, about: string) => ({
    name,
    about,
    expected,
    got: String(clientData[name]),
    outcome: outcomeOf(clientData[name] === expected),
  })
  return [
    {
      ...compare("type", type, "The response is from this kind of ceremony."),
      specification: step(0),
    },
    {
      ...compare(
        "challenge",
        options.challenge,
        "The challenge is the one in the options. The server reads it from its cookie.",
      ),
      specification: step(1),
    },
    {
      ...compare("origin", origin, "The page belongs to this site, not to one that looks like it."),
      specification: step(2),
    },
  ]
}
