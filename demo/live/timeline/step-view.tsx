import { showDuration } from "../../../components/show-duration"
import type { Ceremony } from "../recording/ceremony"
import { CookieView } from "./cookie-view"
import styles from "./dialog.module.css"
import { OptionsView } from "./options-view"
import { PromptView } from "./prompt-view"
import { SessionView } from "./session-view"
import type { TimelineRow } from "./timeline-rows"
import { VerificationView } from "./verification-view"

/** One thing that happened in a ceremony: who spoke to whom, what it means, and what was said. */
export function StepView({ ceremony, row }: { ceremony: Ceremony; row: TimelineRow }) {
  const { title, from, to, start, duration } = row
  return (
    <>
      <p className={styles.parties}>
        {from} <span aria-label="to">→</span> {to}
        <span className={styles.time}>
          {showDuration(start)} after the start
          {duration !== undefined && `, took ${showDuration(duration)}`}
        </span>
      </p>
      <h3 className={styles.title}>{title}</h3>
      <Content ceremony={ceremony} row={row} />
    </>
  )
}

function Content({ ceremony, row }: { ceremony: Ceremony; row: TimelineRow }) {
  const what = row.id === "cookie" ? "options" : row.id
  const step = ceremony.steps.find((step) => step.what === what)
  if (!step) return null
  if (step.what === "authenticator") return <PromptView prompt={step} />
  if (row.id === "cookie") return <CookieView exchange={step} kind={ceremony.kind} />
  if (step.what === "options") return <OptionsView exchange={step} kind={ceremony.kind} />
  if (step.what === "verification") return <VerificationView exchange={step} ceremony={ceremony} />
  return <SessionView exchange={step} />
}
