/** The kinds that /what-happens explains and draws. */
export type ExplainedKind = Exclude<Ceremony["kind"], "confirmation">

/** A whole exchange with a person's authenticator. WebAuthn L3 §4. */
export type Ceremony = {
  id: string
  /** A confirmation is an authentication of somebody who is signed in, before something serious. */
  kind: "registration" | "authentication" | "confirmation"
  /** Milliseconds since 1970. */
  startedAt: number
  /** In the order in which they began. A ceremony that fails has none after the one that failed. */
  steps: RecordedStep[]
  outcome: CeremonyOutcome
  /** Whether the site's practice passkey answered, and not the browser. */
  practice?: boolean
}

export type RecordedStep = RecordedExchange | RecordedPrompt

export type CeremonyOutcome =
  | { state: "running" }
  | { state: "succeeded" }
  | {
      state: "failed"
      /** The step that failed. */
      at: RecordedStep["what"]
      /** What an `Error` or the answer said, in its own words. */
      reason: string
    }
  /** The page was left, or another ceremony began. */
  | { state: "abandoned" }

type Timed = {
  /** Milliseconds since the ceremony began. */
  start: number
  /** Milliseconds; absent while it goes on. */
  duration?: number
  /** What was thrown instead of an answer. */
  error?: { name: string; message: string }
}

/** The page asks the server: for options, to verify a response, for the session. */
export type RecordedExchange = Timed & {
  what: "options" | "verification" | "session"
  request: {
    method: string
    /** From the origin on. */
    url: string
    /** What the page's script set. The browser adds more. */
    headers: Record<string, string>
    body?: string
    /** Names of Auth.js's cookies that the browser sent along, as the server tells. */
    cookies?: string[]
  }
  answer?: {
    status: number
    headers: Record<string, string>
    /** Secrets in it are masked. */
    body: string
    /** `Set-Cookie` headers, with `(hidden)` for the value, as the server tells. */
    setCookies: string[]
  }
}

/** The page asks the authenticator, through the browser. */
export type RecordedPrompt = Timed & {
  what: "authenticator"
  call: "create" | "get"
  /** The argument of `navigator.credentials`, bytes as base64url. */
  options: unknown
  /** `RegistrationResponseJSON` or `AuthenticationResponseJSON`. WebAuthn L3 §5.1. */
  response?: unknown
}

/** Whether a step asks for a passkey in the browser's autofill list (WebAuthn L3 §5.1.4). */
export const isAutofill = (step: RecordedStep): boolean =>
  step.what === "authenticator" &&
  (step.options as CredentialRequestOptions).mediation === "conditional"

/** Whether a ceremony only offers passkeys in the autofill list, and nobody has picked one. */
export function isOffer({ steps }: Ceremony): boolean {
  const last = steps.at(-1)
  return !!last && isAutofill(last) && last.duration === undefined
}
