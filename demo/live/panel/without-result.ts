import { problems } from "../../recipes/custom-sign-in-page/passkeys/problem"
import type { Attempt, StoppedAt } from "./attempt"
import { demoActions } from "./demo-actions"
import type { Demo } from "./use-demo"

type Words = { what: string; todo: string }

/**
 * How an action ended without a result and without an error: the reader closed the prompt, or stopped
 * waiting. `undefined` if it didn't.
 */
export function withoutResult({ attempt, error }: Pick<Demo, "attempt" | "error">) {
  if (attempt?.stoppedAt) return stopped(attempt, attempt.stoppedAt)
  if (error?.code !== "cancelled" || !attempt) return undefined
  const { button, ceremony } = demoActions[attempt.action]
  if (attempt.needsPress)
    return {
      what: "Your browser only opens a prompt right after a press.",
      todo: `This page wasn't ready in time. Press “${button}” again.`,
    }
  return {
    what: problems.cancelled.what,
    todo: `${ceremony?.nothing} Try again when you're ready.`,
  }
}

/** What may have been written depends on what the reader no longer waits for. */
function stopped({ action }: Attempt, at: StoppedAt): Words {
  const { nothing } = demoActions[action].ceremony ?? {}
  const what = "You stopped waiting."
  if (at === "options" || at === "authenticator") return { what, todo: nothing ?? "" }
  if (at === "session")
    return { what, todo: "If you're signed in, reload the page to see your account." }
  if (at === "leaving")
    return {
      what,
      todo: "The server may have finished anyway. Reload the page to see whether it has.",
    }
  return {
    what,
    todo:
      action === "signIn"
        ? "Auth.js may have signed you in anyway. Reload the page to see whether it has."
        : "Auth.js may have saved the passkey anyway. Reload the page, then sign in with it to find out.",
  }
}
