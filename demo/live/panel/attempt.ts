import type { CeremonyStep } from "../../recipes/custom-sign-in-page/passkeys/ceremony"
import { ceremonies } from "../recording/ceremonies"
import type { DemoAction } from "./demo-actions"

/** What the reader tried last. */
export type Attempt = {
  action: DemoAction
  /** The made-up name that an account was asked for with. */
  name?: string
  /** The browser turned the request down at once, because the press was too long ago. */
  needsPress?: boolean
  /** During what the reader stopped waiting. */
  stoppedAt?: StoppedAt
}

export type StoppedAt = CeremonyStep | "session" | "leaving"

/** A prompt that is gone sooner, in milliseconds, was never seen. */
const shownMs = 500

/**
 * Whether the last prompt failed because the browser wanted a press before it showed one (HTML §6.4.1,
 * transient activation). What is carried out late comes without. To be called when it has failed.
 */
export function wasPromptWithheld(): boolean {
  const prompt = ceremonies.get()[0]?.steps.find(({ what }) => what === "authenticator")
  const isPressed = navigator.userActivation?.isActive ?? true
  return !isPressed && (prompt?.duration ?? shownMs) < shownMs
}
