import { createStore } from "../../../components/create-store"
import type { Authentication, Obstacle, PracticePrompt, Registration } from "./authenticator"
import type { PracticePasskey } from "./practice-passkey"

/** A question to the reader, and how they answer it. */
export type PracticeQuestion =
  | { ask: "confirm"; what: Registration; answer: (confirmed: boolean) => void }
  | { ask: "choose"; what: Authentication; answer: (passkey?: PracticePasskey) => void }
  | { ask: "tell"; what: Obstacle; answer: () => void }

/** The question that is open, for the dialog. */
export const openQuestion = createStore<PracticeQuestion | undefined>(() => undefined)

/** Opens a question until it is answered, or until its ceremony is over. */
function put<Answer>(
  signal: AbortSignal,
  make: (answer: (answer: Answer) => void) => PracticeQuestion,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const close = () => {
      if (openQuestion.get() === asked) openQuestion.set(undefined)
    }
    const asked = make((answer) => {
      close()
      resolve(answer)
    })
    signal.addEventListener("abort", () => {
      close()
      reject(signal.reason)
    })
    openQuestion.set(asked)
  })
}

/** Asks the reader in the page's own dialog. */
export const dialogPrompt: PracticePrompt = {
  confirm: (what, signal) => put<boolean>(signal, (answer) => ({ ask: "confirm", what, answer })),
  choose: (what, signal) =>
    put<PracticePasskey | undefined>(signal, (answer) => ({ ask: "choose", what, answer })),
  tell: (what, signal) => put<void>(signal, (answer) => ({ ask: "tell", what, answer })),
}
