import { PasskeyError, type PasskeyErrorCode } from "./passkey-error"

type Action = "register" | "authenticate"

type FetchOptions = {
  email?: string
  mediation?: CredentialMediationRequirement
  signal?: AbortSignal
}

/**
 * Auth.js creates the options and stores their challenge in an
 * encrypted cookie. A browser keeps one challenge: the next call, from
 * any tab, replaces it.
 *
 * @param mediation `conditional` for a passkey that is created without
 *   a prompt, which the server must accept.
 * @param signal Ends the request, and with it the cookie that it would
 *   set.
 * @throws {PasskeyError}
 */
export async function fetchOptions(
  action: Action,
  { email, mediation, signal }: FetchOptions = {},
) {
  const query = new URLSearchParams({
    action,
    ...(email && { email }),
    ...(mediation && { mediation }),
  })
  const response = await request(
    `/api/auth/webauthn-options/passkey?${query}`,
    { signal },
  )
  const { options } = await response.json()
  otherTabs().postMessage("new challenge")
  return options
}

let channel: BroadcastChannel | undefined

/** Where the tabs of this site tell one another of a new challenge. */
export const otherTabs = () =>
  (channel ??= new BroadcastChannel("passkeys"))

/**
 * Auth.js verifies the response, writes to the database, and sets the
 * session cookie.
 *
 * @param more Other fields of the form. Auth.js doesn't read them.
 * @throws {PasskeyError}
 */
export async function postResponse(
  action: Action,
  data: unknown,
  more?: Record<string, string>,
): Promise<void> {
  const response = await request("/api/auth/callback/passkey", {
    method: "POST",
    // With this header, Auth.js returns JSON instead of a redirect.
    headers: { "X-Auth-Return-Redirect": "1" },
    body: new URLSearchParams({
      ...more,
      action,
      data: JSON.stringify(data),
    }),
  })
  // Auth.js returns 200 on failure too. The error is in the URL that it
  // would redirect to.
  const { url } = await response.json()
  const error = new URL(url, location.href).searchParams.get("error")
  if (error)
    throw new PasskeyError(codeOfError(error), { cause: response })
}

export async function request(url: string, init: RequestInit) {
  const response = await fetch(url, init).catch((cause) => {
    throw new PasskeyError(
      init.signal?.aborted ? "cancelled" : "network",
      { cause },
    )
  })
  if (response.ok) return response
  throw new PasskeyError(codeOfStatus(response.status), {
    cause: response,
  })
}

function codeOfStatus(status: number): PasskeyErrorCode {
  if (status === 429) return "too-many"
  return status < 500 ? "refused" : "server"
}

function codeOfError(error: string): PasskeyErrorCode {
  if (error === "WebAuthnVerificationError") return "not-verified"
  if (error === "AccountNotLinked") return "not-linked"
  // Your `signIn` callback returned `false`.
  if (error === "AccessDenied") return "not-allowed"
  // Auth.js calls everything else "Configuration", including an unknown
  // passkey.
  return "not-accepted"
}
