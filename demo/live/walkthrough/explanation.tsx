import { useState } from "react"
import inspector from "../inspector/inspector.module.css"
import type { Inspection } from "../inspector/inspection"
import styles from "./walkthrough.module.css"

type Loaded = { Inspection: typeof Inspection; text: string }

/**
 * Every byte of a part of a ceremony. The decoders are loaded when it is opened.
 *
 * @param props.read Returns the text to explain.
 */
export function Explanation({ read }: { read: () => Promise<string> }) {
  const [loaded, setLoaded] = useState<Loaded>()
  const [isOpen, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  const toggle = (open: boolean) => {
    setOpen(open)
    if (!open || loaded) return
    Promise.all([import("../inspector/inspection"), read()])
      .then(([{ Inspection }, text]) => {
        setLoaded({ Inspection, text })
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
      {isOpen && loaded && (
        <div className={inspector.inspector}>
          <loaded.Inspection text={loaded.text} />
        </div>
      )}
    </details>
  )
}
