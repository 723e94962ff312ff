import type { CeremonyStep } from "../../recipes/custom-sign-in-page/passkeys/ceremony"
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

/** A prompt that is gone sooner was never seen. */
const shownMs = 500

/**
 * Watches a prompt from its beginning.
 *
 * @returns Tells, when the prompt has failed, whether the browser wanted a press before it showed one:
 *   HTML §6.4.1, transient activation. What is carried out late comes without.
 */
export function watchPrompt(): () => boolean {
  const startedAt = performance.now()
  const isPressed = navigator.userActivation?.isActive ?? true
  return () => !isPressed && performance.now() - startedAt < shownMs
}
