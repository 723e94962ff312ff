import { startAuthentication } from "@simplewebauthn/browser"
import { codeOfStatus, rethrow } from "@/passkeys/ceremony"
import { PasskeyError } from "@/passkeys/passkey-error"

/**
 * Asks the person who is signed in for one of their passkeys, before
 * something serious. Send the result as `confirmation` in the request
 * that does it. It's accepted once, within two minutes, and for this
 * deed only.
 *
 * @throws {PasskeyError} `cancelled` when the prompt was closed.
 */
export async function confirmItIsYou(deed: string) {
  const response = await fetch("/api/passkeys/step-up", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ deed }),
  }).catch((cause) => {
    throw new PasskeyError("network", { cause })
  })
  if (!response.ok)
    throw new PasskeyError(codeOfStatus(response.status), {
      cause: response,
    })
  // Ends a pending autofill. A page can have one ceremony at a time.
  return startAuthentication(await response.json()).catch(rethrow)
}
