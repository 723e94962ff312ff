import { useState } from "react"
import { databaseName } from "../../../components/database-names.mjs"
import { problems } from "../../recipes/custom-sign-in-page/passkeys/problem"
import buttonStyles from "../../../components/button.module.css"
import noticeStyles from "../../../components/notice.module.css"
import textStyles from "../../../components/text.module.css"
import { actionsOffered, demoActions, rowsInWords, type DemoAction } from "./demo-actions"
import styles from "./live-demo.module.css"
import { PracticeBadge } from "../practice/view/practice-badge"
import { PracticeSwitch } from "../practice/view/practice-switch"
import { Sections } from "./sections"
import { showDuration } from "../../../components/show-duration"
import type { useDemo } from "./use-demo"

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

function SignedOut({ name, setName, run, ...demo }: Demo) {
  const [first, ...others] = actionsOffered("signed-out")
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (first) void run(first)
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
        {first && (
          <button className={buttonStyles[demoActions[first].look]} aria-disabled={isWaiting(demo)}>
            {demoActions[first].button}
          </button>
        )}
      </form>
      {others.map((action) => (
        <ActionButton key={action} action={action} isWaiting={isWaiting(demo)} run={run} />
      ))}
    </>
  )
}

const isWaiting = ({ step, busy }: Pick<Demo, "step" | "busy">) => !!step || !!busy

function SignedIn({ signedInAs, account, practice, run, ...demo }: Demo) {
  const passkeys = account?.passkeys
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
      {actionsOffered("signed-in").map((action) => (
        <ActionButton key={action} action={action} isWaiting={isWaiting(demo)} run={run} />
      ))}
    </>
  )
}

type ActionButtonProps = { action: DemoAction; isWaiting: boolean; run: Demo["run"] }

/** Does an action, or asks first where it is one to confirm. */
function ActionButton({ action, isWaiting, run }: ActionButtonProps) {
  const [isAsking, setIsAsking] = useState(false)
  const { button, look, confirmation } = demoActions[action]
  if (confirmation && isAsking)
    return (
      <p className={styles.confirm}>
        {confirmation.question}
        <span>
          <button className={buttonStyles.danger} onClick={() => void run(action)} autoFocus>
            {confirmation.yes}
          </button>
          <button className={buttonStyles.quiet} onClick={() => setIsAsking(false)}>
            {confirmation.no}
          </button>
        </span>
      </p>
    )
  return (
    <button
      className={buttonStyles[look]}
      aria-disabled={isWaiting}
      onClick={({ detail }) => {
        if (confirmation) setIsAsking(true)
        // It may stand where another button stood: the second half of a double click is not for it.
        else if (detail < 2) void run(action)
      }}
    >
      {button}
    </button>
  )
}

/** What is going on now, in words. */
function doing({ step, busy, status, practice }: Demo): string | undefined {
  if (busy) return demoActions[busy].running
  if (step === "options") return "Requesting options and a challenge from Auth.js…"
  if (step === "authenticator")
    return practice.on
      ? "Your turn: respond to the practice passkey's prompt."
      : "Your turn: follow your browser's prompt."
  if (step === "verification") return "Auth.js is verifying the response from your authenticator…"
  if (status === "loading") return "Loading your session…"
  return undefined
}

function WhatHappened({ happened }: Demo) {
  if (!happened) return null
  const { done, ceremony } = demoActions[happened.action]
  if (!ceremony) return <p className={styles.happened}>{done}</p>
  return (
    <div className={styles.happened}>
      <p>{done}</p>
      <ol>
        <li>
          Auth.js created options and a challenge. <Took milliseconds={happened.took?.options} />
        </li>
        <li>
          {ceremony.authenticated} <Took milliseconds={happened.took?.authenticator} />
        </li>
        <li>
          {ceremony.verified} {rowsInWords(ceremony.writes)}.{" "}
          <Took milliseconds={happened.took?.verification} />
        </li>
      </ol>
    </div>
  )
}

function Took({ milliseconds }: { milliseconds: number | undefined }) {
  if (milliseconds === undefined) return null
  return <span className={styles.took}>{showDuration(milliseconds)}</span>
}
