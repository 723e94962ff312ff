import {
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser"

/** Signs in. Throws if the person cancels or the server refuses. */
export async function signIn() {
  const options = await post("sign-in-options")
  await post("sign-in", await startAuthentication(options))
}

/** Adds a passkey for the person who is signed in. Throws likewise. */
export async function addPasskey() {
  const options = await post("registration-options")
  await post("registration", await startRegistration(options))
}

/** Ends the session. */
export async function signOut() {
  await post("sign-out")
}

async function post(step: string, body: unknown = {}) {
  const response = await fetch(`/api/passkeys/${step}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error("The server refused.")
  return response.json()
}
