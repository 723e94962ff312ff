import { createCredential } from "../practice/create-credential"
import type { PracticeAuthenticator } from "../practice/authenticator"
import { memoryStore } from "../practice/memory-store"
import type { PasskeyStore, PracticePasskey } from "../practice/practice-passkey"
import { defaultSettings } from "../practice/practice-settings"
import type { Ceremony } from "../recording/ceremony"
import { addressOf } from "../panel/made-up-name"
import { readBase64 } from "../webauthn/base64"
import { ceremonyOf } from "./ceremony-of"
import type { Jar } from "./jar-header"
import { eraseAccount, fetchOptions, LabError, postResponse } from "./lab-requests"

/** A practice account of the lab, and its only passkey, which nobody but this page has. */
export type LabAccount = {
  jar: Jar
  email: string
  passkey: PracticePasskey
  /** The signature counter that the server has. 0: the passkey doesn't count yet. */
  signCount: number
  /** What the server has accepted with the passkey, the newest first. */
  accepted: Ceremony[]
}

const accounts = new Map<Jar, Promise<LabAccount>>()

/**
 * The account of a jar, created when it's first asked for.
 *
 * @throws {LabError}
 */
export function accountIn(jar: Jar): Promise<LabAccount> {
  const account = accounts.get(jar) ?? createAccount(jar)
  accounts.set(jar, account)
  account.catch(() => accounts.delete(jar))
  return account
}

/**
 * Deletes the account of a jar on the server. The page keeps the passkey, and forgets the account.
 *
 * @throws {LabError}
 */
export async function eraseAccountIn(jar: Jar): Promise<void> {
  accounts.delete(jar)
  await eraseAccount(jar)
}

async function createAccount(jar: Jar): Promise<LabAccount> {
  // The visitor is about to sign in. The stranger's session is kept to erase their account by.
  const readOnly = jar === "visitor"
  // One from an earlier visit, whose passkey was lost with its page.
  if (!readOnly) await eraseAccount(jar)
  const email = addressOf(`lab-${jar}-${crypto.randomUUID().slice(0, 13)}`)
  const options = await fetchOptions(jar, { action: "register", email })
  const store = memoryStore()
  const credential = await createCredential(authenticatorWith(store), {
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: [],
    } as unknown as PublicKeyCredentialCreationOptions,
  })
  const response = credential.toJSON()
  const { error } = await postResponse(jar, response, { action: "register", readOnly })
  const [passkey] = await store.all()
  if (error || !passkey) throw new LabError("The server refused the lab's practice account.")
  const registration = ceremonyOf("registration", options, response)
  return { jar, email, passkey, signCount: 0, accepted: [registration] }
}

/** A practice authenticator whose person agrees to everything. */
export const authenticatorWith = (store: PasskeyStore): PracticeAuthenticator => ({
  origin: location.origin,
  store,
  settings: () => ({ ...defaultSettings, algorithms: "ES256" }),
  prompt: {
    confirm: async () => true,
    choose: async ({ passkeys }) => passkeys[0],
    tell: async () => {},
  },
})

const bytes = (base64url: string) => new Uint8Array(readBase64(base64url))
