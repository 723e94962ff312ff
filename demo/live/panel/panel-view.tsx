import { useState } from "react"
import { databaseName } from "../../../components/database-names.mjs"
import { problems } from "../../starter/passkeys/problem"
import buttonStyles from "../../../components/button.module.css"
import noticeStyles from "../../../components/notice.module.css"
import textStyles from "../../../components/text.module.css"
import styles from "./live-demo.module.css"
import { PracticeBadge } from "../practice/view/practice-badge"
import { PracticeSwitch } from "../practice/view/practice-switch"
import { Sections } from "./sections"
import { showDuration } from "../../../components/show-duration"
import type { Happened, useDemo } from "./use-demo"

type Demo = ReturnType<typeof useDemo>

/** The panel as the reader sees it. */
export function PanelView(demo: Demo) {
  const signedIn = demo.signedInAs !== undefined
  const { PracticeDialog } = demo.practice.bundle ?? {}
  return (
    <>
      <div className={styles.body} aria-busy={!!demo.step || !!demo.busy}>
        {signedIn ? <SignedIn {...demo} /> : <SignedOut {...demo} />}
        <div role="status" className={styles.status}>
          {doing(demo) ?? <WhatHappened {...demo} />}
        </div>
        <div role="alert">
          {demo.error && (
            <p className={noticeStyles.problem}>
              {demo.serverMessage ?? (
                <>
                  <strong>{problems[demo.error.code].what}</strong> {problems[demo.error.code].todo}
                </>
              )}
            </p>
          )}
        </div>
        <PracticeSwitch disabled={!!demo.step || !!demo.busy} />
        <Sections />
        {demo.account && (
          <p className={textStyles.note}>Runs on {databaseName(demo.account.database, " or ")}.</p>
        )}
      </div>
      {/* Beside what is busy, of which a screen reader may read nothing. */}
      {PracticeDialog && <PracticeDialog />}
    </>
  )
}

function SignedOut({ name, setName, step, busy, register, signIn }: Demo) {
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void register()
        }}
      >
        <label className={styles.field}>
          <span>A made-up name for your account</span>
          <input
            className={styles.name}
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            pattern="[a-z0-9](?:[a-z0-9\-]{0,30}[a-z0-9])?"
            title="Up to 32 letters (a to z), digits and hyphens"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </label>
        <button className={buttonStyles.primary} aria-disabled={!!step || !!busy}>
          Create a passkey
        </button>
      </form>
      <button
        className={buttonStyles.secondary}
        aria-disabled={!!step || !!busy}
        onClick={() => void signIn()}
      >
        Sign in with a passkey
      </button>
    </>
  )
}

function SignedIn({ signedInAs, account, step, busy, practice, ...demo }: Demo) {
  const { addPasskey, signOut, erase } = demo
  const [erasing, setErasing] = useState(false)
  const passkeys = account?.passkeys
  const waiting = !!step || !!busy
  return (
    <>
      <p className={styles.who}>
        Signed in as <strong>{signedInAs}</strong> {practice.hasSession && <PracticeBadge />}
        {passkeys !== undefined && (
          <span className={styles.count}>
            {passkeys} {passkeys === 1 ? "passkey" : "passkeys"}
          </span>
        )}
      </p>
      <button
        className={buttonStyles.primary}
        aria-disabled={waiting}
        onClick={({ detail }) => {
          // It stands where "Create a passkey" stood: the second half of a double click is not for it.
          if (detail < 2) void signOut()
        }}
      >
        Sign out
      </button>
      <button
        className={buttonStyles.secondary}
        aria-disabled={waiting}
        onClick={() => void addPasskey()}
      >
        Add another passkey
      </button>
      {erasing ? (
        <p className={styles.confirm}>
          Erase the account and its passkeys for good?
          <span>
            <button className={buttonStyles.danger} onClick={() => void erase()} autoFocus>
              Yes, erase
            </button>
            <button className={buttonStyles.quiet} onClick={() => setErasing(false)}>
              Keep it
            </button>
          </span>
        </p>
      ) : (
        <button
          className={buttonStyles.quiet}
          aria-disabled={waiting}
          onClick={() => setErasing(true)}
        >
          Erase my demo account
        </button>
      )}
    </>
  )
}

/** What is going on now, in words. */
function doing({ step, busy, status, practice }: Demo): string | undefined {
  if (busy === "signing-out") return "Signing out…"
  if (busy === "erasing") return "Erasing your account…"
  if (step === "options") return "Asking Auth.js for options and a challenge…"
  if (step === "authenticator")
    return practice.on
      ? "Your turn: answer the practice passkey."
      : "Your turn: follow the prompt of your browser."
  if (step === "verification") return "Auth.js verifies the answer of your authenticator…"
  if (status === "loading") return "Looking for your session…"
  return undefined
}

const headlines: Record<Happened["what"], string> = {
  registered: "You have a passkey, and you are signed in.",
  added: "Your account has another passkey.",
  "signed-in": "You are signed in.",
  "signed-out": "You are signed out. Your passkey still works.",
  erased: "Your account, its passkeys and its sessions are gone from the database.",
}

function WhatHappened({ happened }: Demo) {
  if (!happened) return null
  if (!("took" in happened)) return <p className={styles.happened}>{headlines[happened.what]}</p>
  const { what, took } = happened
  return (
    <div className={styles.happened}>
      <p>{headlines[what]}</p>
      <ol>
        <li>
          Auth.js made options and a challenge. <Took milliseconds={took?.options} />
        </li>
        <li>
          {what === "signed-in"
            ? "Your authenticator verified you and signed the challenge."
            : "Your authenticator verified you and made a key pair."}{" "}
          <Took milliseconds={took?.authenticator} />
        </li>
        <li>
          {wrote[what]} <Took milliseconds={took?.verification} />
        </li>
      </ol>
    </div>
  )
}

/** The rows that Auth.js writes, in its order. */
const wrote = {
  registered: "Auth.js verified it and wrote a User, an Account, a Session and an Authenticator.",
  added: "Auth.js verified it and wrote an Account and an Authenticator.",
  "signed-in": "Auth.js verified the signature, updated the counter and wrote a Session.",
}

function Took({ milliseconds }: { milliseconds: number | undefined }) {
  if (milliseconds === undefined) return null
  return <span className={styles.took}>{showDuration(milliseconds)}</span>
}
