import type { Authentication, Obstacle, Prompt, Registration } from "./authenticator"
import type { PracticePasskey } from "./practice-passkey"

/** A question to the reader, and how they answer it. */
export type Question =
  | { ask: "confirm"; what: Registration; answer: (confirmed: boolean) => void }
  | { ask: "choose"; what: Authentication; answer: (passkey?: PracticePasskey) => void }
  | { ask: "tell"; what: Obstacle; answer: () => void }

let question: Question | undefined
const listeners = new Set<() => void>()

function set(next: Question | undefined) {
  question = next
  for (const listener of listeners) listener()
}

/** The question that is open, for the dialog. */
export const openQuestion = {
  get: () => question,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

/** Opens a question until it is answered, or until its ceremony is over. */
function put<Answer>(
  signal: AbortSignal,
  make: (answer: (answer: Answer) => void) => Question,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const close = () => {
      if (question === asked) set(undefined)
    }
    const asked = make((answer) => {
      close()
      resolve(answer)
    })
    signal.addEventListener("abort", () => {
      close()
      reject(signal.reason)
    })
    set(asked)
  })
}

/** Asks the reader in the page's own dialog. */
export const dialogPrompt: Prompt = {
  confirm: (what, signal) => put<boolean>(signal, (answer) => ({ ask: "confirm", what, answer })),
  choose: (what, signal) =>
    put<PracticePasskey | undefined>(signal, (answer) => ({ ask: "choose", what, answer })),
  tell: (what, signal) => put<void>(signal, (answer) => ({ ask: "tell", what, answer })),
}
