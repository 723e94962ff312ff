import { useState, type ComponentType } from "react"
import noticeStyles from "../../../components/notice.module.css"
import styles from "./live-demo.module.css"

/** Each section's script is loaded when the reader opens it. */
const sections: { heading: string; load: () => Promise<ComponentType> }[] = [
  {
    heading: "What happened, byte by byte",
    load: async () => (await import("../timeline/timeline")).Timeline,
  },
  {
    heading: "Your rows in the database",
    load: async () => (await import("../rows/your-rows")).YourRows,
  },
  {
    heading: "What this browser can do",
    load: async () => (await import("../capabilities/this-browser")).ThisBrowser,
  },
]

/** What the panel shows on demand, below its controls. */
export function Sections() {
  return sections.map((section) => <Section key={section.heading} {...section} />)
}

function Section({ heading, load }: (typeof sections)[number]) {
  const [open, setOpen] = useState(false)
  const [Content, setContent] = useState<ComponentType>()
  const [failed, setFailed] = useState(false)

  function toggle(open: boolean) {
    setOpen(open)
    if (!open || Content) return
    setFailed(false)
    load()
      .then((loaded) => setContent(() => loaded))
      .catch(() => setFailed(true))
  }

  return (
    <details className={styles.section} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>{heading}</summary>
      <div className={styles.sectionBody}>
        {open && Content && <Content />}
        {open && failed && (
          <p role="alert" className={noticeStyles.problem}>
            <strong>This part couldn't be loaded.</strong> Check your connection, then close it and
            open it again.
          </p>
        )}
      </div>
    </details>
  )
}
