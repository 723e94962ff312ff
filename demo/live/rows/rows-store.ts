import { createStore } from "../../../components/create-store"
import type { DemoAction } from "../panel/demo-actions"
import type { Rows, RowsAnswer } from "./rows"

type Last = { action: DemoAction; before: Rows; after: Rows }
type RowsState = {
  /** What the server said last; `undefined` until it has answered. */
  answer?: RowsAnswer
  /** The last action, and the rows before it and after it. */
  last?: Last | undefined
  /** Whether the server didn't answer when it was asked last. */
  failed?: boolean
}

/** How long the server may take. Whoever waits for their rows can then ask again. */
const timeoutMs = 10_000

const none: Rows = { User: [], Account: [], Session: [], Authenticator: [] }

/** The reader's own rows, now and before their last action. Lives as long as the tab. */
export const rowsStore = createStore<RowsState>(() => ({}))

let openRequests = 0

/** Asks the server for the reader's rows. Where it does not answer, what is known stays. */
export async function refreshRows(): Promise<void> {
  if (rowsStore.get().failed) rowsStore.set({ ...rowsStore.get(), failed: false })
  const answer = await ask()
  const { last } = rowsStore.get()
  if (answer) rowsStore.set({ answer, last: last && stillHolds(last, answer) })
}

/** Asks for the rows if nobody has yet. */
export function ensureRows(): void {
  if (!rowsStore.get().answer && openRequests === 0) void refreshRows()
}

/**
 * Remembers the rows before an action.
 *
 * @returns Asks for the rows after it. To be called when the action has succeeded.
 */
export function watchRows(): (action: DemoAction) => Promise<void> {
  const { answer: before, last: lastBefore } = rowsStore.get()
  return async (action) => {
    const answer = await ask()
    if (answer)
      rowsStore.set({ answer, last: { action, ...change(action, before, answer, lastBefore) } })
  }
}

async function ask(): Promise<RowsAnswer | undefined> {
  openRequests += 1
  try {
    const response = await fetch("/api/demo/rows", { signal: AbortSignal.timeout(timeoutMs) })
    if (response.ok) return await response.json()
  } catch {
    // No connection, or no answer in time.
  } finally {
    openRequests -= 1
  }
  rowsStore.set({ ...rowsStore.get(), failed: true })
  return undefined
}

/** The last action, unless something else has changed the rows since: another tab, or the clock. */
function stillHolds(last: Last, { rows }: RowsAnswer): Last | undefined {
  if (!rows) return last.action === "signOut" || last.action === "erase" ? last : undefined
  return JSON.stringify(rows) === JSON.stringify(last.after) ? last : undefined
}

function change(
  action: DemoAction,
  before: RowsAnswer | undefined,
  answer: RowsAnswer,
  lastBefore: Last | undefined,
): { before: Rows; after: Rows } {
  const old = before?.rows ?? none
  const after = answer.rows ?? none
  if (action === "erase") return { before: old, after: none }
  // Who is signed out is shown nothing. What is known: their session is gone, the rest is not.
  if (action === "signOut") return { before: old, after: withoutSession(before) }
  if (action !== "signIn") return { before: old, after }
  // The rows before a sign-in cannot be asked for. They are those of now without its session; the
  // counter's old value is known where the reader was signed in before, in this tab.
  const isSame = lastBefore?.after.User[0]?.id === after.User[0]?.id
  const { Authenticator } = isSame && lastBefore ? lastBefore.after : after
  return { before: { ...withoutSession(answer), Authenticator }, after }
}

const withoutSession = (answer: RowsAnswer | undefined): Rows => {
  const { rows, currentSession } = answer ?? {}
  if (!rows) return none
  return { ...rows, Session: rows.Session.filter((_, index) => index !== currentSession) }
}
