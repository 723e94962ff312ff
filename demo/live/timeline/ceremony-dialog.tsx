import { useEffect, useId, useRef } from "react"
import type { Ceremony } from "../recording/ceremony"
import { ceremonyName } from "./ceremony-name"
import type { Check } from "../checks/check"
import { ChecksView } from "./checks-view"
import buttonStyles from "../../../components/button.module.css"
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

/** One ceremony in full, with room for its bytes. Escape closes it. */
export function CeremonyDialog({ ceremony, rows, checks, view, onView, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>("[aria-current]")?.focus()
  }, [])
  useEffect(() => {
    if (content.current) content.current.scrollTop = 0
  }, [view])

  const views: { id: View; label: string; failed: boolean }[] = [
    ...rows.map(({ id, label, state }) => ({ id, label, failed: state === "failed" })),
    ...(checks ? [{ id: "checks" as const, label: "Checks", failed: isFailed(checks) }] : []),
  ]
  const row = rows.find(({ id }) => id === view)
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onClose={onClose}
      // The dialog itself is pressed where it is the backdrop.
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className={styles.frame}>
        <header className={styles.header}>
          <h2 id={id}>{ceremonyName(ceremony)}</h2>
          <button className={buttonStyles.compact} onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
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
        {/* In the tab order, so that the keyboard can scroll it. */}
        <div ref={content} className={styles.content} tabIndex={0}>
          {row && <StepView ceremony={ceremony} row={row} />}
          {view === "checks" && checks && <ChecksView ceremony={ceremony} checks={checks} />}
        </div>
      </div>
    </dialog>
  )
}

const isFailed = (checks: Check[]) => checks.some(({ outcome }) => outcome === "failed")
