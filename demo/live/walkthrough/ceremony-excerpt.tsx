import { useState, type ComponentType } from "react"
import inspector from "../inspector/inspector.module.css"
import type { InspectionProps } from "../inspector/inspection"
import type { Ceremony, RecordedStep } from "../recording/ceremony"
import { useCeremonies } from "../recording/use-ceremonies"
import { decodableText, partText, type Part } from "./part-text"
import { stepShown, type StepShown } from "./step-shown"
import styles from "./walkthrough.module.css"

type Props = {
  ceremony: Ceremony["kind"]
  step: RecordedStep["what"]
  part: Part
  /** What it is, for whoever cannot see that it belongs to the paragraph. */
  label: string
}

/**
 * A part of a ceremony, for the prose to point at: the reader's own once they have done it, and a
 * recorded one until then.
 */
export function CeremonyExcerpt({ ceremony, step, part, label }: Props) {
  const shown = stepShown(useCeremonies(), ceremony, step)
  const decodable = decodableText(shown.step, part)
  return (
    <figure className={styles.seen} data-embedded="" data-own={shown.isOwn || undefined}>
      <figcaption className={styles.caption}>
        <span>{label}</span> <Source {...shown} />
      </figcaption>
      <pre className={styles.text} tabIndex={0} aria-label={label} data-part={part}>
        <code>{partText(shown.step, part)}</code>
      </pre>
      {decodable && <Explanation text={decodable} />}
    </figure>
  )
}

/** Whose it is, and when it was. */
function Source({ isOwn, ceremony, step }: StepShown) {
  if (!isOwn) return <span className={styles.source}>recorded example</span>
  const time = new Date(ceremony.startedAt).toLocaleTimeString()
  const took = step.duration === undefined ? "" : `, ${Math.round(step.duration)} ms`
  return (
    <span className={styles.source}>
      <strong>yours</strong>
      {ceremony.practice && ", practice"}, {time}
      {took}
    </span>
  )
}

/** Every byte of it. The decoders are loaded when it is opened. */
function Explanation({ text }: { text: string }) {
  const [Inspection, setInspection] = useState<ComponentType<InspectionProps>>()
  const [isOpen, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  const toggle = (open: boolean) => {
    setOpen(open)
    if (!open || Inspection) return
    import("../inspector/inspection")
      .then((loaded) => {
        setInspection(() => loaded.Inspection)
        setFailed(false)
      })
      .catch(() => setFailed(true))
  }
  return (
    <details className={styles.explanation} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>Explain every field</summary>
      {isOpen && failed && (
        <p role="alert">The decoders couldn't be loaded. Close this and open it again.</p>
      )}
      {isOpen && Inspection && (
        <div className={inspector.inspector}>
          <Inspection text={text} />
        </div>
      )}
    </details>
  )
}
