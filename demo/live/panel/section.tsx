import { useEffect, useState, useSyncExternalStore, type ComponentType } from "react"
import noticeStyles from "../../../components/notice.module.css"
import styles from "./live-demo.module.css"
import { noteSection, openSections, sectionHeadings, type PanelSection } from "./panel-sections"

/** Each section's script is loaded when the reader opens it. */
const contents: Record<PanelSection, () => Promise<ComponentType>> = {
  timeline: async () => (await import("../timeline/timeline")).Timeline,
  rows: async () => (await import("../rows/your-rows")).YourRows,
  browser: async () => (await import("../capabilities/this-browser")).ThisBrowser,
}

/** What the panel shows on demand, below its controls. */
export function Section({ section }: { section: PanelSection }) {
  const isOpen = useSyncExternalStore(openSections.subscribe, openSections.get).includes(section)
  const [Content, setContent] = useState<ComponentType>()
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    if (!isOpen || Content) return
    setFailed(false)
    contents[section]()
      .then((loaded) => setContent(() => loaded))
      .catch(() => setFailed(true))
  }, [isOpen, Content, section])

  return (
    <details
      className={styles.section}
      open={isOpen}
      onToggle={({ currentTarget, target }) => {
        // What is in it has `details` of its own.
        if (target === currentTarget) noteSection(section, currentTarget.open)
      }}
    >
      <summary>{sectionHeadings[section]}</summary>
      <div className={styles.sectionBody}>
        {isOpen && Content && <Content />}
        {isOpen && failed && (
          <p role="alert" className={noticeStyles.problem}>
            <strong>This part couldn't be loaded.</strong> Check your connection, then close this
            section and open it again.
          </p>
        )}
      </div>
    </details>
  )
}
