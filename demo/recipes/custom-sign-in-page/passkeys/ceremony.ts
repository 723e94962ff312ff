import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser"
import { PasskeyError, type PasskeyErrorCode } from "./passkey-error"

/**
 * The current step: the server creates options, the authenticator
 * responds, the server verifies.
 */
export type CeremonyStep = "options" | "authenticator" | "verification"

type OnStep = (step: CeremonyStep) => void

/**
 * Creates a passkey. If nobody is signed in, it also creates an account
 * for `email` and signs in. If somebody is, it adds the passkey to
 * their account: leave `email` out.
 *
 * @throws {PasskeyError}
 */
export async function registerPasskey(
  email?: string,
  onStep?: OnStep,
): Promise<void> {
  requireWebAuthn()
  onStep?.("options")
  const options = await fetchOptions("register", email)
  onStep?.("authenticator")
  const response = await startRegistration(options).catch(rethrow)
  onStep?.("verification")
  await postResponse("register", response)
}

/**
 * Signs in with a passkey that the user picks. They don't have to type
 * anything.
 *
 * @throws {PasskeyError}
 */
export async function signInWithPasskey(
  onStep?: OnStep,
): Promise<void> {
  requireWebAuthn()
  onStep?.("options")
  const options = await fetchOptions("authenticate")
  onStep?.("authenticator")
  const response = await startAuthentication(options).catch(rethrow)
  onStep?.("verification")
  await postResponse("authenticate", response)
}

function requireWebAuthn() {
  if (!window.isSecureContext) throw new PasskeyError("insecure")
  if (!browserSupportsWebAuthn()) throw new PasskeyError("unsupported")
}

/**
 * Auth.js creates the options and stores their challenge in an
 * encrypted cookie.
 */
async function fetchOptions(
  action: "register" | "authenticate",
  email?: string,
) {
  const query = new URLSearchParams({ action, ...(email && { email }) })
  const response = await request(
    `/api/auth/webauthn-options/passkey?${query}`,
  )
  if (!response.ok)
    throw new PasskeyError(codeOfStatus(response.status), {
      cause: response,
    })
  const { options } = await response.json()
  return options
}

/**
 * Auth.js verifies the response, writes to the database, and sets the
 * session cookie.
 */
async function postResponse(
  action: "register" | "authenticate",
  data: unknown,
) {
  const response = await request("/api/auth/callback/passkey", {
    method: "POST",
    // With this header, Auth.js returns JSON instead of a redirect.
    headers: { "X-Auth-Return-Redirect": "1" },
    body: new URLSearchParams({ action, data: JSON.stringify(data) }),
  })
  if (!response.ok)
    throw new PasskeyError(codeOfStatus(response.status), {
      cause: response,
    })
  // Auth.js returns 200 on failure too. The error is in the URL that it
  // would redirect to.
  const { url } = await response.json()
  const error = new URL(url, location.href).searchParams.get("error")
  if (error)
    throw new PasskeyError(codeOfError(error), { cause: response })
}

async function request(url: string, init?: RequestInit) {
  return fetch(url, init).catch((cause) => {
    throw new PasskeyError("network", { cause })
  })
}

export function codeOfStatus(status: number): PasskeyErrorCode {
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

/**
 * The names of the errors that WebAuthn's `create()` and `get()` throw.
 */
const codes: Record<string, PasskeyErrorCode> = {
  AbortError: "cancelled",
  NotAllowedError: "cancelled",
  InvalidStateError: "already-registered",
  SecurityError: "wrong-domain",
  ConstraintError: "unusable-authenticator",
  NotSupportedError: "unusable-authenticator",
}

export function rethrow(cause: unknown): never {
  const name = cause instanceof Error ? cause.name : ""
  throw new PasskeyError(codes[name] ?? "unusable-authenticator", {
    cause,
  })
}
