import { assertion } from "./assertion"
import { accountIn } from "./lab-account"
import { fetchExpiredOptions } from "./lab-requests"
import type { Observation } from "./observation"
import { optionsFor, send, signIn, truth } from "./send-response"

/** The response is true. The time of its challenge is over. */
export async function expiredChallenge(): Promise<Observation> {
  const account = await accountIn("visitor")
  const options = await fetchExpiredOptions(account.jar)
  const response = await assertion(account.passkey, truth(options))
  return send("expired-challenge", account, response, options)
}

/** Two tabs ask for options. The first one responds. */
export async function challengeOfAnotherTab(): Promise<Observation> {
  const account = await accountIn("visitor")
  const options = await optionsFor(account)
  const ofOtherTab = await optionsFor(account)
  const response = await assertion(account.passkey, truth(options))
  return send("challenge-of-another-tab", account, response, ofOtherTab)
}

/** The same response twice, with the same cookie. */
export async function replayedResponse(): Promise<Observation> {
  const account = await accountIn("visitor")
  const options = await optionsFor(account)
  // The answer clears the cookie. Whoever copied the request still has it.
  const response = await signIn(account, truth(options), { readOnly: true })
  return send("replayed-response", account, response, options)
}

/** The browser doesn't send the cookie that came with the options. */
export async function blockedCookie(): Promise<Observation> {
  const account = await accountIn("visitor")
  const options = await optionsFor(account)
  const response = await assertion(account.passkey, truth(options))
  return send("blocked-cookie", account, response, options, "omit")
}
