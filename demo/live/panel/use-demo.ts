import { getSession, useSession } from "next-auth/react"
import { useEffect, useRef, useState } from "react"
import { PasskeyError } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"
import { usePasskeys } from "../../recipes/custom-sign-in-page/passkeys/use-passkeys"
import { wasPromptWithheld, type Attempt } from "./attempt"
import { demoActions, type ButtonAction, type DemoAction } from "./demo-actions"
import { durationsOfLast, type Durations } from "./durations"
import { addressOf, makeUpName, nameOf } from "./made-up-name"
import type { Early } from "./panel-props"
import { practice } from "../practice/practice-state"
import { usePractice } from "../practice/view/use-practice"
import { refreshRows, watchRows } from "../rows/rows-store"
import { rememberUse } from "./demo-storage"
import { endSession, eraseAccount } from "./end-session"
import { allowRequests, stopRequests } from "./stoppable-requests"
import { useAccount } from "./use-account"

/** What the reader did last, and how long the parts took if it was a ceremony. */
export type Happened = { action: DemoAction; took?: Durations }

/** What the parts of the panel get. */
export type Demo = ReturnType<typeof useDemo>

/** All that the panel shows and can do. Runs the starter's own hook on the starter's own Auth.js. */
export function useDemo(early: Early) {
  const { data: session, status, update } = useSession()
  const passkeys = usePasskeys()
  const [name, setName] = useState(() => early.name || makeUpName())
  const [happened, setHappened] = useState<Happened>()
  const [busy, setBusy] = useState<DemoAction>()
  const [problem, setProblem] = useState<PasskeyError>()
  const [dismissed, setDismissed] = useState<PasskeyError>()
  const [attempt, setAttempt] = useState<Attempt>()
  const running = useRef(false)
  const stopped = useRef(false)
  const account = useAccount(session?.user?.email)
  const practiceState = usePractice()

  /** Clears what the panel says of the action before. */
  function begin(action: DemoAction, name?: string) {
    stopped.current = false
    allowRequests()
    setAttempt({ action, ...(name && { name }) })
    setHappened(undefined)
    setProblem(undefined)
    setDismissed(passkeys.error)
  }

  /** Notes a ceremony that begins. Returns what notes that it has succeeded. */
  function watch(action: DemoAction, name?: string) {
    begin(action, name)
    const refreshRowsAfter = watchRows()
    return async () => {
      // Whoever was signed in already keeps their session.
      if (demoActions[action].offered === "signed-out") practice.rememberSession(practice.get().on)
      setHappened({ action, took: durationsOfLast() })
      rememberUse(true)
      await refreshRowsAfter(action)
    }
  }

  /** Runs one action at a time: whoever presses again meanwhile starts nothing. */
  async function alone(work: () => Promise<void>) {
    if (running.current) return
    running.current = true
    try {
      await work()
    } finally {
      running.current = false
      if (stopped.current) resume()
    }
  }

  async function ceremony(action: DemoAction, run: () => Promise<boolean>, name?: string) {
    const succeeded = watch(action, name)
    try {
      await practice.ready()
    } catch (error) {
      return setProblem(error as PasskeyError)
    }
    const isDone = await run()
    if (stopped.current) return
    if (isDone) return void succeeded()
    const needsPress = wasPromptWithheld()
    setAttempt((attempt) => attempt && { ...attempt, needsPress })
  }

  /** Signing out and erasing end at the same place: nobody signed in, and a new name proposed. */
  async function leave(action: "signOut" | "erase", work: () => Promise<void>) {
    begin(action)
    setBusy(action)
    const refreshRowsAfter = watchRows()
    try {
      await work()
      practice.rememberSession(false)
      await update()
      if (stopped.current) return
      setHappened({ action })
      setName(makeUpName())
      void refreshRowsAfter(action)
    } catch (error) {
      setProblem(
        error instanceof PasskeyError ? error : new PasskeyError("network", { cause: error }),
      )
    } finally {
      setBusy(undefined)
    }
  }

  /** After the reader has stopped waiting: nobody knows how far the server came, so it is asked. */
  function resume() {
    stopped.current = false
    allowRequests()
    void getSession()
    void refreshRows()
  }

  function stopWaiting() {
    stopped.current = true
    const stoppedAt = passkeys.step ?? (busy ? "leaving" : "session")
    setAttempt((attempt) => ({ action: attempt?.action ?? "signIn", ...attempt, stoppedAt }))
    pending.current = undefined
    stopRequests()
  }

  const actions: Record<ButtonAction, () => Promise<void>> = {
    register: () => ceremony("register", () => passkeys.register(addressOf(name)), name),
    signIn: () => ceremony("signIn", passkeys.signIn),
    addPasskey: () => ceremony("addPasskey", () => passkeys.register()),
    signOut: () => leave("signOut", endSession),
    erase: () => leave("erase", eraseAccount),
  }

  // Until the session is known, next-auth's `update()` does nothing: whoever had signed in by then
  // would seem to be signed out. What the reader asks for meanwhile is done once it is.
  const pending = useRef(early.action)
  async function run(action: ButtonAction) {
    if (status === "loading" && !running.current) pending.current = action
    else await alone(actions[action])
  }

  useEffect(() => {
    // next-auth is "loading" also while it asks again, in the course of an action.
    if (status === "loading" || running.current) return
    const action = pending.current
    pending.current = undefined
    if (stopped.current) resume()
    const offered = status === "authenticated" ? "signed-in" : "signed-out"
    if (action && demoActions[action].offered === offered) void alone(actions[action])
    // Only when the session is known for the first time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [status])

  const error = problem ?? (passkeys.error === dismissed ? undefined : passkeys.error)
  return {
    status,
    email: session?.user?.email ?? undefined,
    signedInAs: session?.user?.email ? nameOf(session.user.email) : undefined,
    account,
    name,
    setName,
    step: passkeys.step,
    busy,
    // What the reader stopped is no error.
    error: attempt?.stoppedAt ? undefined : error,
    attempt,
    happened,
    practice: { ...practiceState, hasSession: practice.hasSession() },
    run,
    watch,
    stopWaiting,
  }
}
