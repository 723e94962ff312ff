import type { TableName } from "../rows/rows"
import { firstButtons, type ButtonAction, type DemoAction } from "./first-buttons"

export type { ButtonAction, DemoAction }

type Action = {
  /** The name on its button. */
  button: string
  /** When there is a button for it, or that each passkey has one. And how much that stands out. */
  offered: "signed-out" | "signed-in" | "each-passkey"
  look: "primary" | "secondary" | "quiet"
  /** What the panel asks before it does it. */
  confirmation?: { question: string; yes: string; no: string }
  /** What the panel says while it goes on. A ceremony says which of its parts does. */
  running?: string
  /** What the panel says once it is done. */
  done: string
  /** What stands over the reader's rows afterwards. */
  rowsHeading: string
  ceremony?: {
    kind: "registration" | "authentication"
    /** That it changed nothing, when it ended before Auth.js had a response. */
    nothing: string
    /** What the authenticator did, in a sentence. */
    authenticated: string
    /** What Auth.js did with its answer, in a sentence, and the rows that it wrote, in order. */
    verified: string
    writes: TableName[]
  }
}

/**
 * The one list of the demo's actions, in the order of their buttons. The panel, the rows, the
 * walk-through and the tests read it; `use-demo.ts` has what each of them runs.
 */
export const demoActions: Record<DemoAction, Action> = {
  register: {
    button: firstButtons.register,
    offered: "signed-out",
    look: "primary",
    done: "You have a passkey, and you are signed in.",
    rowsHeading: "Before and after you created a passkey",
    ceremony: {
      kind: "registration",
      nothing: "No passkey was saved.",
      authenticated: "Your authenticator verified you and created a key pair.",
      verified: "Auth.js verified the response and wrote",
      writes: ["User", "Account", "Session", "Authenticator"],
    },
  },
  signIn: {
    button: firstButtons.signIn,
    offered: "signed-out",
    look: "secondary",
    done: "You are signed in.",
    rowsHeading: "Before and after you signed in",
    ceremony: {
      kind: "authentication",
      nothing: "You aren't signed in.",
      authenticated: "Your authenticator verified you and signed the challenge.",
      verified: "Auth.js verified the signature, checked the counter and wrote",
      writes: ["Session"],
    },
  },
  addPasskey: {
    button: "Add another passkey",
    offered: "signed-in",
    look: "secondary",
    done: "Your account now has another passkey.",
    rowsHeading: "Before and after you added a passkey",
    ceremony: {
      kind: "registration",
      nothing: "No passkey was saved.",
      authenticated: "Your authenticator verified you and created a key pair.",
      verified: "Auth.js verified the response and wrote",
      writes: ["Account", "Authenticator"],
    },
  },
  renamePasskey: {
    button: "Rename",
    offered: "each-passkey",
    look: "secondary",
    done: "Your passkey has its new name in the database. Your password manager keeps its own.",
    rowsHeading: "Before and after you renamed a passkey",
  },
  removePasskey: {
    button: "Remove",
    offered: "each-passkey",
    look: "secondary",
    done: "You confirmed it with a passkey, and the passkey's two rows were deleted in one transaction. Your password manager still has it.",
    rowsHeading: "Before and after you removed a passkey",
  },
  signOut: {
    button: "Sign out",
    offered: "signed-in",
    look: "secondary",
    running: "Signing out…",
    done: "You are signed out. Your passkey still works.",
    rowsHeading: "Before and after you signed out",
  },
  erase: {
    button: "Erase my demo account",
    offered: "signed-in",
    look: "quiet",
    confirmation: {
      question: "Permanently erase the account and its passkeys?",
      yes: "Yes, erase",
      no: "Keep it",
    },
    running: "Erasing your account…",
    done: "Your account, its passkeys and its sessions have been deleted from the database.",
    rowsHeading: "Before and after you erased your account",
  },
}

/** What has a button while somebody is signed in, or signed out, in its order. */
export const actionsOffered = (offered: "signed-out" | "signed-in"): ButtonAction[] =>
  (Object.keys(demoActions) as ButtonAction[]).filter(
    (action) => demoActions[action].offered === offered,
  )

/** The rows that a ceremony wrote, in words: `a User, an Account and a Session`. */
export function rowsInWords(tables: TableName[]): string {
  const words = tables.map((table) => (/^[AEIO]/.test(table) ? `an ${table}` : `a ${table}`))
  const last = words.pop() ?? ""
  return words.length ? `${words.join(", ")} and ${last}` : last
}
