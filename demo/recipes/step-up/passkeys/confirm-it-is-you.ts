import { request } from "@/passkeys/auth-endpoints"
import { alone, rethrow } from "@/passkeys/ceremony"
import {
  credentialToJson,
  parseRequestOptions,
} from "@/passkeys/credential-json"
import { PasskeyError } from "@/passkeys/passkey-error"

/**
 * Asks the person who is signed in for one of their passkeys, before
 * something serious. Send the result as `confirmation` in the request
 * that does it. It's accepted once, within two minutes, and for this
 * deed only.
 *
 * It ends a pending autofill: a page can have one ceremony at a time.
 *
 * @param outer Ends it from outside.
 * @throws {PasskeyError} `cancelled` when the prompt was closed.
 */
export const confirmItIsYou = (
  deed: string,
  outer?: AbortSignal,
): Promise<unknown> =>
  alone({ signal: outer }, async (signal) => {
    const response = await request("/api/passkeys/step-up", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ deed }),
      signal,
    })
    const publicKey = parseRequestOptions(await response.json())
    const credential = await navigator.credentials
      .get({ publicKey, signal })
      .catch(rethrow)
    if (!credential) throw new PasskeyError("cancelled")
    return credentialToJson(credential as PublicKeyCredential)
  })
