import { assertion, type Statement } from "./assertion"
import type { CaseName } from "./case-names"
import { ceremonyOf } from "./ceremony-of"
import { falseStatements } from "./false-statements"
import { accountIn, type LabAccount } from "./lab-account"
import { fetchOptions, LabError, postResponse } from "./lab-requests"
import type { Observation } from "./observation"
import { refusingCheck } from "./refusing-check"

export type Options = PublicKeyCredentialRequestOptionsJSON

/** What is true in a response to these options. */
export const truth = ({ challenge, rpId = location.hostname }: Options): Statement => ({
  challenge,
  rpId,
  origin: location.origin,
  userVerified: true,
  signCount: 0,
})

/** Options for a sign-in with any passkey. */
export const optionsFor = ({ jar }: LabAccount): Promise<Options> =>
  fetchOptions(jar, { action: "authenticate" })

/**
 * Posts a response, and finds out which check it fails.
 *
 * @param expected The options that the server holds it against.
 * @throws {LabError}
 */
export async function send(
  name: CaseName,
  { jar, accepted }: LabAccount,
  response: unknown,
  expected: Options,
  credentials?: RequestCredentials,
): Promise<Observation> {
  const exchange = await postResponse(jar, response, credentials && { credentials })
  return { exchange, check: await refusingCheck(name, expected, response, accepted) }
}

/** Tries a sign-in in which one thing is false. */
export async function sendFalse(name: keyof typeof falseStatements): Promise<Observation> {
  const account = await accountIn("visitor")
  const options = await optionsFor(account)
  const statement = { ...truth(options), ...falseStatements[name] }
  return send(name, account, await assertion(account.passkey, statement), options)
}

/**
 * A sign-in that must succeed before something can be broken.
 *
 * @throws {LabError} If it doesn't.
 */
export async function signIn(
  account: LabAccount,
  statement: Statement,
  how?: { readOnly: boolean },
): Promise<unknown> {
  const response = await assertion(account.passkey, statement)
  const { error } = await postResponse(account.jar, response, how)
  if (error) throw new LabError("The server refused the sign-in that should succeed first.")
  account.signCount = statement.signCount
  account.accepted.unshift(ceremonyOf("authentication", {}, response))
  return response
}
