import { getSession, signOut, useSession } from "next-auth/react"
import { useEffect, useRef, useState, useSyncExternalStore } from "react"
import { PasskeyError } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"
import { usePasskeys } from "../../recipes/custom-sign-in-page/passkeys/use-passkeys"
import type { ErasedAnswer } from "../server/account"
import { demoActions, type DemoAction } from "./demo-actions"
import { durationsOfLast, type Durations } from "./durations"
import { addressOf, makeUpName, nameOf } from "./made-up-name"
import { practice } from "../practice/practice-state"
import { usePractice } from "../practice/view/use-practice"
import { refreshRows, rowsStore, watchRows } from "../rows/rows-store"
import { useServerMessage } from "./server-message"
import { rememberUse } from "./demo-storage"

/** What the reader did last, and how long the parts took if it was a ceremony. */
export type Happened = { action: DemoAction; took?: Durations }

/** All that the panel shows and can do. Runs the starter's own hook on the starter's own Auth.js. */
export function useDemo(takePendingAction: () => DemoAction | undefined) {
  const { data: session, status, update } = useSession()
  const passkeys = usePasskeys()
  const [name, setName] = useState(() => makeUpName())
  const [happened, setHappened] = useState<Happened>()
  const [busy, setBusy] = useState<DemoAction>()
  const [problem, setProblem] = useState<PasskeyError>()
  const [dismissed, setDismissed] = useState<PasskeyError>()
  const account = useAccount(session?.user?.email)
  const practiceState = usePractice()

  async function ceremony(action: DemoAction, run: () => Promise<boolean>) {
    setHappened(undefined)
    setProblem(undefined)
    try {
      await practice.ready()
    } catch (error) {
      return setProblem(error as PasskeyError)
    }
    const refreshRowsAfter = watchRows()
    if (!(await run())) return
    // Whoever was signed in already keeps their session.
    if (demoActions[action].offered === "signed-out") practice.rememberSession(practice.get().on)
    setHappened({ action, took: durationsOfLast() })
    rememberUse(true)
    await refreshRowsAfter(action)
  }

  /** Signing out and erasing end at the same place: nobody signed in, and a new name proposed. */
  async function leave(action: "signOut" | "erase", work: () => Promise<void>) {
    if (busy || passkeys.step) return
    setBusy(action)
    setHappened(undefined)
    setProblem(undefined)
    setDismissed(passkeys.error)
    const refreshRowsAfter = watchRows()
    try {
      await work()
      practice.rememberSession(false)
      await update()
      await refreshRowsAfter(action)
      setHappened({ action })
      setName(makeUpName())
    } catch (error) {
      setProblem(
        error instanceof PasskeyError ? error : new PasskeyError("network", { cause: error }),
      )
    } finally {
      setBusy(undefined)
    }
  }

  const actions: Record<DemoAction, () => Promise<void>> = {
    register: () => ceremony("register", () => passkeys.register(addressOf(name))),
    signIn: () => ceremony("signIn", passkeys.signIn),
    addPasskey: () => ceremony("addPasskey", () => passkeys.register()),
    signOut: () =>
      leave("signOut", async () => {
        const answer = await signOut({ redirect: false })
        // What the server refused has no `url`: nobody is signed out.
        if (!answer.url) throw new PasskeyError("server")
      }),
    erase: () =>
      leave("erase", async () => {
        const response = await fetch("/api/demo/account", { method: "DELETE" })
        // 401: the account is gone already, erased in another tab.
        if (response.ok) await forgetPasskeys(await response.json())
        else if (response.status !== 401) throw new PasskeyError("server", { cause: response })
        // `update()` keeps a session that has ended. This tells every tab to ask again, this one too.
        await getSession()
        rememberUse(false)
      }),
  }

  // Until the session is known, next-auth's `update()` does nothing: whoever had signed in by then
  // would seem to be signed out. What the reader asks for meanwhile is done once it is.
  const early = useRef<DemoAction>(undefined)
  async function run(action: DemoAction) {
    if (status === "loading") early.current = action
    else await actions[action]()
  }

  const takePending = useRef(takePendingAction)
  useEffect(() => {
    if (status === "loading") return
    const action = early.current ?? takePending.current()
    early.current = undefined
    const offered = status === "authenticated" ? "signed-in" : "signed-out"
    if (action && demoActions[action].offered === offered) void actions[action]()
    // Only when the session is known for the first time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [status])

  const error = problem ?? (passkeys.error === dismissed ? undefined : passkeys.error)
  return {
    status,
    signedInAs: session?.user?.email ? nameOf(session.user.email) : undefined,
    account,
    name,
    setName,
    step: passkeys.step,
    busy,
    error,
    serverMessage: useServerMessage(error),
    happened,
    practice: { ...practiceState, hasSession: practice.hasSession() },
    run,
  }
}

/**
 * What the server says about the account, asked again when another one is signed in: also in another
 * tab. `undefined` until it has answered.
 */
function useAccount(email: string | null | undefined) {
  const { answer } = useSyncExternalStore(rowsStore.subscribe, rowsStore.get)
  useEffect(() => {
    void refreshRows()
  }, [email])
  return answer && { database: answer.database, passkeys: answer.rows?.Authenticator.length }
}

/** Tells the password manager that these passkeys are of no use now, where the browser can. */
async function forgetPasskeys({ rpId, credentialIds }: ErasedAnswer) {
  const { PublicKeyCredential } = window as { PublicKeyCredential?: SignalingCredential }
  for (const credentialId of credentialIds)
    await PublicKeyCredential?.signalUnknownCredential?.({ rpId, credentialId }).catch(() => {})
  await practice.forget(credentialIds).catch(() => {})
}

/** WebAuthn L3 §5.1.10, not in TypeScript's library yet. */
type SignalingCredential = {
  signalUnknownCredential?(options: { rpId: string; credentialId: string }): Promise<void>
}
