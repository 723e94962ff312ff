import type { PasskeyStore, PracticePasskey } from "./practice-passkey"
import type { PracticeSettings } from "./practice-settings"

/** All that the practice authenticator is made of. What a test exchanges is here. */
export type PracticeAuthenticator = {
  /** Of the page. */
  origin: string
  store: PasskeyStore
  /** As they are when a ceremony begins. */
  settings: () => PracticeSettings
  prompt: PracticePrompt
}

/** The person at the authenticator. Each question ends when its signal is aborted. */
export type PracticePrompt = {
  /** Whether they want this passkey to be made. */
  confirm(what: Registration, signal: AbortSignal): Promise<boolean>
  /** Which of the passkeys they sign in with; `undefined` when they cancel. */
  choose(what: Authentication, signal: AbortSignal): Promise<PracticePasskey | undefined>
  /** Tells them why the authenticator cannot do what the page asks. */
  tell(what: Obstacle, signal: AbortSignal): Promise<void>
}

export type Registration = {
  rpId: string
  userName: string
  displayName: string
  userVerified: boolean
}

export type Authentication = { rpId: string; passkeys: PracticePasskey[]; userVerified: boolean }

export type Obstacle = {
  rpId: string
  /** The page requires user verification, or a security key, or a passkey that is not here. */
  why: "user-verification" | "attachment" | "no-passkey"
}

/** A browser says no more than this, so that a page cannot find out who is in front of it. §14.5. */
export const notAllowed = () =>
  new DOMException("The operation either timed out or was not allowed.", "NotAllowedError")
