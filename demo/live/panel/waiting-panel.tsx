import { useSyncExternalStore } from "react"
import buttonStyles from "../../../components/button.module.css"
import noticeStyles from "../../../components/notice.module.css"
import textStyles from "../../../components/text.module.css"
import { wishPractice } from "../practice/practice-wish"
import { practiceOffer, SwitchField } from "../practice/view/switch-field"
import practiceStyles from "../practice/view/switch.module.css"
import { firstButtons, type ButtonAction } from "./first-buttons"
import styles from "./live-demo.module.css"
import { NameForm } from "./name-form"
import { loadPanel, noteName } from "./panel-loader"
import { noteSection, openSections, sectionHeadings, type PanelSection } from "./panel-sections"

const sections = Object.entries(sectionHeadings) as [PanelSection, string][]
const none: readonly PanelSection[] = []

type Props = {
  /** What the reader has pressed, until the script has come. */
  waiting: ButtonAction | undefined
  /** Whether the script didn't come. */
  failed: boolean | undefined
}

/**
 * The signed-out panel before its script is there: the same controls at the same places. Whatever
 * the reader does with them loads the script, which goes on from there.
 */
export function WaitingPanel({ waiting, failed }: Props) {
  const open = useSyncExternalStore(openSections.subscribe, openSections.get, () => none)
  return (
    <div className={styles.body}>
      <NameForm
        placeholder="we'll make one up for you"
        onName={noteName}
        onSubmit={() => void loadPanel("register")}
        isWaiting={waiting === "register"}
        isHeld={waiting === "register"}
      />
      <button
        className={buttonStyles.secondary}
        aria-busy={waiting === "signIn"}
        onClick={() => void loadPanel("signIn")}
      >
        {firstButtons.signIn}
      </button>
      <p role="status" className={styles.status}>
        {waiting && "Loading the demo…"}
      </p>
      <div role="alert" className={styles.status}>
        {failed && (
          <p className={noticeStyles.problem}>
            <strong>The demo couldn't be loaded.</strong> Check your connection and try again.
          </p>
        )}
      </div>
      <noscript>
        {/* Not in the script that isn't needed for it. */}
        {typeof window === "undefined" && (
          <p className={textStyles.note}>
            The demo needs JavaScript. You can read the guide without it.
          </p>
        )}
      </noscript>
      <div className={practiceStyles.practice}>
        <SwitchField
          onChange={(on) => {
            wishPractice(on)
            void loadPanel()
          }}
        >
          {practiceOffer}
        </SwitchField>
      </div>
      {sections.map(([section, heading]) => (
        <details
          key={section}
          className={styles.section}
          open={open.includes(section)}
          onToggle={({ currentTarget }) => {
            noteSection(section, currentTarget.open)
            if (currentTarget.open) void loadPanel()
          }}
        >
          <summary>{heading}</summary>
          <p className={styles.sectionBody}>
            {failed ? "This part couldn't be loaded." : "Loading…"}
          </p>
        </details>
      ))}
      {/* The place of the database's name. */}
      <p className={textStyles.note}>&nbsp;</p>
    </div>
  )
}
