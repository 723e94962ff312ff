import { discoverCredential } from "../practice/discover-credential"
import { memoryStore } from "../practice/memory-store"
import { readBase64 } from "../webauthn/base64"
import { assertion } from "./assertion"
import { accountIn, authenticatorWith, eraseAccountIn } from "./lab-account"
import { fetchOptions, LabError, postResponse } from "./lab-requests"
import type { Observation } from "./observation"
import { checkOf, refusingCheck } from "./refusing-check"
import { optionsFor, send, signIn, truth, type Options } from "./send-response"

/** A passkey is used, and then a copy of it that was made before. */
export async function counterGoingBack(): Promise<Observation> {
  const account = await accountIn("stranger")
  const before = account.signCount
  await signIn(account, { ...truth(await optionsFor(account)), signCount: before + 5 })
  const options = await optionsFor(account)
  const statement = { ...truth(options), signCount: before + 3 }
  return send("counter-going-back", account, await assertion(account.passkey, statement), options)
}

/** The server has the passkey, and the authenticator hasn't. */
export async function deletedPasskey(): Promise<Observation> {
  const { jar, email } = await accountIn("visitor")
  const options: Options = await fetchOptions(jar, { action: "authenticate", email })
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: options.allowCredentials?.map(({ id }) => ({
      type: "public-key" as const,
      id: bytes(id),
    })),
  } as PublicKeyCredentialRequestOptions
  const emptied = authenticatorWith(memoryStore())
  const error = await discoverCredential(emptied, { publicKey }).then(
    () => new LabError("The authenticator still had a passkey."),
    (error: Error) => error,
  )
  if (error instanceof LabError) throw error
  return { exception: `${error.name}: ${error.message}`, check: checkOf("deleted-passkey") }
}

/** The server has deleted the account, and the authenticator has its passkey. */
export async function forgottenPasskey(): Promise<Observation> {
  const account = await accountIn("stranger")
  await eraseAccountIn("stranger")
  const options = await optionsFor(account)
  const response = await assertion(account.passkey, truth(options))
  // What it has accepted before, it doesn't know any more.
  return send("forgotten-passkey", { ...account, accepted: [] }, response, options)
}

/** The stranger signs, and says it was the visitor's passkey. */
export async function someoneElsesPasskey(): Promise<Observation> {
  const [account, stranger] = [await accountIn("visitor"), await accountIn("stranger")]
  const options = await optionsFor(account)
  const statement = { ...truth(options), credentialId: account.passkey.id }
  const response = await assertion(stranger.passkey, statement)
  return send("someone-elses-passkey", account, response, options)
}

/** The options allow the visitor's passkey only. The stranger responds, truthfully. */
export async function anotherAccountsPasskey(): Promise<Observation> {
  const [account, stranger] = [await accountIn("visitor"), await accountIn("stranger")]
  const { jar, email } = account
  const options: Options = await fetchOptions(jar, { action: "authenticate", email })
  const signCount = stranger.signCount && stranger.signCount + 1
  const response = await assertion(stranger.passkey, { ...truth(options), signCount })
  // The visitor stays signed out, for the other cases.
  const exchange = await postResponse(jar, response, { readOnly: true })
  if (!exchange.error) stranger.signCount = signCount
  const { accepted } = stranger
  const check = await refusingCheck("another-accounts-passkey", options, response, accepted)
  return { exchange, check }
}

const bytes = (base64url: string) => new Uint8Array(readBase64(base64url))
