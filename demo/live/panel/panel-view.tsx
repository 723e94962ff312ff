import { databaseName } from "../../../components/database-names.mjs"
import textStyles from "../../../components/text.module.css"
import { PracticeSwitch } from "../practice/view/practice-switch"
import { ActionButton } from "./action-button"
import { actionsOffered } from "./demo-actions"
import styles from "./live-demo.module.css"
import { NameForm } from "./name-form"
import { ProblemNotice } from "./problem-notice"
import { Section } from "./section"
import { SignedInAs } from "./signed-in-as"
import { Status } from "./status"
import { useServerAnswer } from "./server-message"
import type { Demo } from "./use-demo"
import { isNameTaken } from "./name-taken"
import { YourPasskeys } from "./your-passkeys"

/**
 * The panel as the reader sees it. Whoever is signed in wants to know what happened and what was
 * written, and only then what else they can do.
 */
export function PanelView(demo: Demo) {
  const isSignedIn = demo.signedInAs !== undefined
  const isWaiting = !!demo.step || !!demo.busy
  const answer = useServerAnswer(demo.error)
  const { PracticeDialog } = demo.practice.bundle ?? {}
  const evidence = [
    <Section key="timeline" section="timeline" />,
    <Section key="rows" section="rows" />,
  ]
  const practice = <PracticeSwitch key="practice" disabled={isWaiting} />
  const passkeys = <YourPasskeys key={`passkeys of ${demo.signedInAs}`} watch={demo.watch} />
  const buttons = actionsOffered(isSignedIn ? "signed-in" : "signed-out")
    .filter((action) => action !== "register")
    .map((action) => (
      <ActionButton key={action} action={action} isWaiting={isWaiting} run={demo.run} />
    ))
  return (
    <>
      <div
        className={styles.body}
        aria-busy={isWaiting}
        // Whoever holds Enter or Space down presses once.
        onKeyDown={(event) => {
          const isButton = event.target instanceof HTMLButtonElement
          if (event.repeat && isButton && isPress(event.key)) event.preventDefault()
        }}
      >
        {isSignedIn ? (
          <SignedInAs {...demo} />
        ) : (
          <>
            <NameForm
              name={demo.name}
              onName={demo.setName}
              onSubmit={() => void demo.run("register")}
              isWaiting={isWaiting}
              isTaken={isNameTaken(demo, answer?.message) && demo.name === demo.attempt?.name}
            />
            {buttons}
          </>
        )}
        <Status {...demo} />
        <ProblemNotice {...demo} answer={answer} />
        {isSignedIn ? [...evidence, ...buttons, passkeys, practice] : [practice, ...evidence]}
        <Section section="browser" />
        {demo.account && (
          <p className={textStyles.note}>Runs on {databaseName(demo.account.database, " or ")}.</p>
        )}
      </div>
      {/* Beside what is busy, of which a screen reader may read nothing. */}
      {PracticeDialog && <PracticeDialog />}
    </>
  )
}

const isPress = (key: string) => key === "Enter" || key === " "
