import { WideDialog } from "../../../components/wide-dialog"
import type { Ceremony } from "../recording/ceremony"
import { ceremonyName } from "./ceremony-name"
import type { Check } from "../checks/check"
import { ChecksView } from "./checks-view"
import styles from "./dialog.module.css"
import { StepView } from "./step-view"
import type { TimelineRow } from "./timeline-rows"

/** What the dialog shows: one step, or the checks. */
export type View = TimelineRow["id"] | "checks"

type Props = {
  ceremony: Ceremony
  rows: TimelineRow[]
  checks: Check[] | undefined
  view: View
  onView: (view: View) => void
  onClose: () => void
}

/** One ceremony in full, with room for its bytes. */
export function CeremonyDialog({ ceremony, rows, checks, view, onView, onClose }: Props) {
  const views: { id: View; label: string; failed: boolean }[] = [
    ...rows.map(({ id, label, state }) => ({ id, label, failed: state === "failed" })),
    ...(checks ? [{ id: "checks" as const, label: "Checks", failed: isFailed(checks) }] : []),
  ]
  const row = rows.find(({ id }) => id === view)
  const navigation = (
    <nav className={styles.views} aria-label="Steps of the ceremony">
      <ol>
        {views.map(({ id, label, failed }) => (
          <li key={id}>
            <button
              aria-current={id === view ? "step" : undefined}
              data-failed={failed || undefined}
              onClick={() => onView(id)}
            >
              {label}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
  return (
    <WideDialog
      title={ceremonyName(ceremony)}
      navigation={navigation}
      view={view}
      onClose={onClose}
    >
      <div className={styles.step}>
        {row && <StepView ceremony={ceremony} row={row} />}
        {view === "checks" && checks && <ChecksView ceremony={ceremony} checks={checks} />}
      </div>
    </WideDialog>
  )
}

const isFailed = (checks: Check[]) => checks.some(({ outcome }) => outcome === "failed")
