import { useState } from "react"
import { showDuration } from "../../../components/show-duration"
import { ceremonyName, ceremonyOutcome } from "./ceremony-name"
import { CeremonyDialog, type View } from "./ceremony-dialog"
import { ChecksSummary } from "./checks-summary"
import buttonStyles from "../../../components/button.module.css"
import textStyles from "../../../components/text.module.css"
import styles from "./timeline.module.css"
import { timelineRows, type TimelineRow } from "./timeline-rows"
import { useCeremonies } from "../recording/use-ceremonies"
import { useChecks } from "../checks/use-checks"

/** What each ceremony really did, step by step. Each opens in full, with its bytes. */
export function Timeline() {
  const all = useCeremonies()
  const [picked, setPicked] = useState<{ id: string; newest: string | undefined }>()
  const [open, setOpen] = useState<View>()
  // A new ceremony is what the reader wants to see, whatever they looked at before.
  const newest = all[0]?.id
  const ceremony = all.find(({ id }) => id === picked?.id && picked.newest === newest) ?? all[0]
  const checks = useChecks(ceremony)

  if (!ceremony)
    return (
      <p className={textStyles.muted}>
        Nothing yet. Create a passkey or sign in to see every request and every byte here.
        Everything stays in this tab.
      </p>
    )
  const rows = timelineRows(ceremony)
  const whole = Math.max(1, ...rows.map(({ start, duration = 0 }) => start + duration))
  return (
    <div className={styles.timeline}>
      {all.length > 1 ? (
        <select
          className={styles.picker}
          aria-label="Ceremony"
          value={ceremony.id}
          onChange={(event) => setPicked({ id: event.target.value, newest })}
        >
          {all.map((one) => (
            <option key={one.id} value={one.id}>
              {ceremonyName(one)}
            </option>
          ))}
        </select>
      ) : (
        <p className={styles.name}>{ceremonyName(ceremony)}</p>
      )}
      <p className={styles.outcome} data-state={ceremony.outcome.state}>
        {ceremonyOutcome(ceremony)}
        {ceremony.practice && <span className={styles.badge}>practice passkey</span>}
      </p>
      <ol className={styles.steps}>
        {rows.map((row) => (
          <li key={row.id} data-state={row.state}>
            <button onClick={() => setOpen(row.id)} aria-haspopup="dialog">
              <RowText row={row} />
              <Bar row={row} whole={whole} />
            </button>
          </li>
        ))}
      </ol>
      <ChecksSummary checks={checks} onOpen={() => setOpen("checks")} />
      <button
        className={buttonStyles.small}
        aria-haspopup="dialog"
        onClick={() => setOpen(rows[0]?.id)}
      >
        Open wide
      </button>
      {open && (
        <CeremonyDialog
          ceremony={ceremony}
          rows={rows}
          checks={checks}
          view={open}
          onView={setOpen}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

function RowText({ row: { title, from, to, duration, state } }: { row: TimelineRow }) {
  return (
    <>
      <span className={textStyles.note}>
        {from} <span aria-label="to">→</span> {to}
      </span>
      <span className={styles.duration}>
        {duration === undefined ? state === "running" && "…" : showDuration(duration)}
      </span>
      <span className={styles.title}>
        {title}
        {state === "failed" && <span className={styles.failed}> failed</span>}
      </span>
    </>
  )
}

/** When it was, in the time that the whole ceremony took. For the eye. */
function Bar({ row: { start, duration = 0 }, whole }: { row: TimelineRow; whole: number }) {
  const left = `${(100 * start) / whole}%`
  return (
    <span className={styles.bar} aria-hidden>
      <span style={{ left: `min(${left}, 100% - 3px)`, width: `${(100 * duration) / whole}%` }} />
    </span>
  )
}
