import { browserSupportsWebAuthn } from "@simplewebauthn/browser"
import { fetchOptions, postResponse } from "./auth-endpoints"
import {
  credentialToJson,
  parseCreationOptions,
  parseRequestOptions,
} from "./credential-json"
import { forgetIfUnknown } from "./forget-passkey"
import { PasskeyError, type PasskeyErrorCode } from "./passkey-error"
import { whileRegistering } from "./registration-lock"

/**
 * The current step: the server creates options, the authenticator
 * responds, the server verifies.
 */
export type CeremonyStep = "options" | "authenticator" | "verification"

type OnStep = (step: CeremonyStep) => void

/** How to ask for a passkey, if not with the browser's prompt. */
export type Presentation = {
  mediation?: CredentialMediationRequirement
  uiMode?: "immediate"
  /** Ends this ceremony only. */
  signal?: AbortSignal
}

type Running = { controller: AbortController; isAutofill: boolean }

let running: Running | undefined

/** Ends the ceremony that waits for the authenticator, if one does. */
export const cancelCeremony = () => running?.controller.abort()

/**
 * Creates a passkey. If nobody is signed in, it also creates an account
 * for `email` and signs in. If somebody is, it adds the passkey to
 * their account: leave `email` out.
 *
 * @param more Fields for the server, posted with the response.
 * @throws {PasskeyError}
 */
export function registerPasskey(
  email?: string,
  onStep?: OnStep,
  presentation: Presentation = {},
  more?: Record<string, string>,
): Promise<void> {
  return alone(presentation, async (signal) => {
    const { mediation } = presentation
    onStep?.("options")
    const options = await fetchOptions("register", {
      email,
      mediation,
      signal,
    })
    await whileRegistering(async () => {
      onStep?.("authenticator")
      const publicKey = parseCreationOptions(options)
      const credential = await navigator.credentials
        .create({ ...presentation, publicKey, signal })
        .catch(rethrow)
      onStep?.("verification")
      await verify("register", credential, options.rp.id, more)
    })
  })
}

/**
 * Signs in with a passkey that the user picks. They don't have to type
 * anything.
 *
 * @throws {PasskeyError}
 */
export async function signInWithPasskey(
  onStep?: OnStep,
  presentation?: Presentation,
): Promise<void> {
  const verifyPicked = await pickPasskey(onStep, presentation)
  await verifyPicked(onStep)
}

/**
 * The first two steps of signing in. Returns the third, which throws
 * `PasskeyError` too.
 *
 * @throws {PasskeyError}
 */
export function pickPasskey(
  onStep?: OnStep,
  presentation: Presentation = {},
): Promise<(onStep?: OnStep) => Promise<void>> {
  return alone(presentation, async (signal) => {
    onStep?.("options")
    const options = await fetchOptions("authenticate", { signal })
    onStep?.("authenticator")
    const publicKey = parseRequestOptions(options)
    const credential = await navigator.credentials
      .get({ ...presentation, publicKey, signal })
      .catch(rethrow)
    return (onStep) => {
      onStep?.("verification")
      return verify("authenticate", credential, options.rpId)
    }
  })
}

/**
 * A page can have one ceremony at a time. A new one ends the one before
 * it, but what nobody has asked for ends nothing.
 */
export async function alone<Result>(
  { mediation, signal }: Presentation,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (!window.isSecureContext) throw new PasskeyError("insecure")
  if (!browserSupportsWebAuthn()) throw new PasskeyError("unsupported")
  const isAutofill = mediation === "conditional"
  if (isAutofill && running && !running.isAutofill)
    throw new PasskeyError("cancelled")
  cancelCeremony()
  const controller = new AbortController()
  const current = { controller, isAutofill }
  running = current
  signal?.addEventListener("abort", () => controller.abort())
  try {
    return await work(controller.signal)
  } finally {
    if (running === current) running = undefined
  }
}

/** Has the server verify what the authenticator answered. */
async function verify(
  action: "register" | "authenticate",
  credential: Credential | null,
  rpId: string,
  more?: Record<string, string>,
) {
  if (!credential) throw new PasskeyError("cancelled")
  const response = credentialToJson(credential as PublicKeyCredential)
  await postResponse(action, response, more).catch(async (error) => {
    const passkey = { rpId, credentialId: credential.id }
    await forgetIfUnknown(passkey, action, error)
    throw error
  })
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
