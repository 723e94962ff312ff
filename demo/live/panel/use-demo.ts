import { getSession, signOut, useSession } from "next-auth/react"
import { useEffect, useRef, useState, useSyncExternalStore } from "react"
import { PasskeyError } from "../../starter/passkeys/passkey-error"
import { usePasskeys } from "../../starter/passkeys/use-passkeys"
import type { ErasedAnswer } from "../server/account"
import { durationsOfLast, type Durations } from "./durations"
import { addressOf, makeUpName, nameOf } from "./made-up-name"
import { practice } from "../practice/practice-state"
import { usePractice } from "../practice/view/use-practice"
import { refreshRows, rowsStore, watchRows } from "../rows/rows-store"
import { useServerMessage } from "./server-message"
import { rememberUse } from "./demo-storage"
import type { PendingAction } from "./panel-props"

/** What the reader did last, and how long the parts of a ceremony took. */
export type Happened =
  | { what: "registered" | "added" | "signed-in"; took: Durations | undefined }
  | { what: "signed-out" | "erased" }

/** All that the panel shows and can do. Runs the starter's own hook on the starter's own Auth.js. */
export function useDemo(takePendingAction: () => PendingAction | undefined) {
  const { data: session, status, update } = useSession()
  const passkeys = usePasskeys()
  const [name, setName] = useState(() => makeUpName())
  const [happened, setHappened] = useState<Happened>()
  const [busy, setBusy] = useState<"signing-out" | "erasing">()
  const [problem, setProblem] = useState<PasskeyError>()
  const [dismissed, setDismissed] = useState<PasskeyError>()
  const account = useAccount(session?.user?.email)
  const practiceState = usePractice()

  async function ceremony(what: "registered" | "added" | "signed-in", run: () => Promise<boolean>) {
    setHappened(undefined)
    setProblem(undefined)
    try {
      await practice.ready()
    } catch (error) {
      return setProblem(error as PasskeyError)
    }
    const refreshRowsAfter = watchRows()
    if (!(await run())) return
    if (what !== "added") practice.rememberSession(practice.get().on)
    setHappened({ what, took: durationsOfLast() })
    rememberUse(true)
    await refreshRowsAfter(what)
  }

  // Until the session is known, next-auth's `update()` does nothing: whoever had signed in by then
  // would seem to be signed out. What the reader asks for meanwhile is done once it is.
  const early = useRef<PendingAction>(undefined)
  async function register() {
    if (status === "loading") early.current = "register"
    else await ceremony("registered", () => passkeys.register(addressOf(name)))
  }
  async function signIn() {
    if (status === "loading") early.current = "sign-in"
    else await ceremony("signed-in", passkeys.signIn)
  }
  const addPasskey = () => ceremony("added", () => passkeys.register())

  /** Signing out and erasing end at the same place: nobody signed in, and a new name proposed. */
  async function leave(as: "signing-out" | "erasing", work: () => Promise<void>) {
    if (busy || passkeys.step) return
    setBusy(as)
    setHappened(undefined)
    setProblem(undefined)
    setDismissed(passkeys.error)
    const refreshRowsAfter = watchRows()
    try {
      await work()
      practice.rememberSession(false)
      await update()
      const what = as === "erasing" ? "erased" : "signed-out"
      await refreshRowsAfter(what)
      setHappened({ what })
      setName(makeUpName())
    } catch (error) {
      setProblem(
        error instanceof PasskeyError ? error : new PasskeyError("network", { cause: error }),
      )
    } finally {
      setBusy(undefined)
    }
  }

  const leaveSession = () =>
    leave("signing-out", async () => {
      const answer = await signOut({ redirect: false })
      // What the server refused has no `url`: nobody is signed out.
      if (!answer.url) throw new PasskeyError("server")
    })
  const erase = () =>
    leave("erasing", async () => {
      const response = await fetch("/api/demo/account", { method: "DELETE" })
      // 401: the account is gone already, erased in another tab.
      if (response.ok) await forgetPasskeys(await response.json())
      else if (response.status !== 401) throw new PasskeyError("server", { cause: response })
      // `update()` keeps a session that has ended. This tells every tab to ask again, this one too.
      await getSession()
      rememberUse(false)
    })

  const takePending = useRef(takePendingAction)
  useEffect(() => {
    if (status === "loading") return
    const action = early.current ?? takePending.current()
    early.current = undefined
    if (action === "register" && status === "unauthenticated") void register()
    if (action === "sign-in" && status === "unauthenticated") void signIn()
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
    register,
    addPasskey,
    signIn,
    signOut: leaveSession,
    erase,
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
