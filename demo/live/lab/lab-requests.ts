import type { Exchange } from "./observation"
import { jarHeader, type Jar } from "./jar-header"

/** Thrown when a case could not be tried. Its message is for the reader. */
export class LabError extends Error {
  name = "LabError"
}

type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON

/**
 * Options from Auth.js for a ceremony. Their challenge goes into the jar.
 *
 * @throws {LabError}
 */
export async function fetchOptions(jar: Jar, fields: Record<string, string>): Promise<Options> {
  const query = new URLSearchParams(fields)
  return (await ask(jar, `/api/auth/webauthn-options/passkey?${query}`)).options
}

/**
 * Options with a challenge whose time is over.
 *
 * @throws {LabError}
 */
export const fetchExpiredOptions = async (jar: Jar): Promise<Options> =>
  (await ask(jar, "/api/demo/expired-challenge", { method: "POST" })).options

/**
 * Erases the account that is signed in, if there is one.
 *
 * @throws {LabError}
 */
export async function eraseAccount(jar: Jar): Promise<void> {
  const session = await ask(jar, "/api/auth/session")
  if (session?.user) await ask(jar, "/api/demo/account", { method: "DELETE" })
}

type How = {
  action?: "register" | "authenticate"
  /** Whether the browser sends and keeps cookies. */
  credentials?: RequestCredentials
  /** Keeps the cookies as they were, whatever the answer sets. */
  readOnly?: boolean
}

/**
 * Posts a response to Auth.js, as a sign-in page does.
 *
 * @throws {LabError} Where Auth.js didn't answer: the site's limits did, or nobody.
 */
export async function postResponse(
  jar: Jar,
  response: unknown,
  { action = "authenticate", credentials = "same-origin", readOnly }: How = {},
): Promise<Exchange> {
  const answer = await request(
    jar + (readOnly ? "; read-only" : ""),
    "/api/auth/callback/passkey",
    {
      method: "POST",
      credentials,
      headers: { "X-Auth-Return-Redirect": "1" },
      body: new URLSearchParams({ action, data: JSON.stringify(response) }),
    },
  )
  const { url } = (await answer.json()) as { url: string }
  const error = new URL(url, location.href).searchParams.get("error")
  const log = JSON.parse(decodeURIComponent(answer.headers.get("X-Lab-Log") ?? "%5B%5D"))
  return {
    request: `POST /api/auth/callback/passkey, action=${action}`,
    status: answer.status,
    log: log as string[],
    ...(error && { error }),
  }
}

const ask = async (jar: Jar, url: string, init?: RequestInit) =>
  (await request(jar, url, init)).json()

async function request(jar: string, url: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...init.headers, [jarHeader]: jar }
  const response = await fetch(url, { ...init, headers }).catch(() => {
    throw new LabError("The server didn't answer. Check your connection and try again.")
  })
  if (response.ok) return response
  const { error } = await response.json().catch(() => ({}))
  throw new LabError(String(error ?? `The server answered HTTP ${response.status}.`))
}
