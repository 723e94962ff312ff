import { useEffect, useId, useRef, useSyncExternalStore } from "react"
import buttonStyles from "../../../components/button.module.css"
import noticeStyles from "../../../components/notice.module.css"
import { loadPanel, panelStore } from "../panel/panel-loader"
import styles from "./live-part.module.css"
import { parts, type PartName } from "./part-names"

const isLoaded = () => panelStore.get().Panel !== undefined
const hasFailed = () => panelStore.get().failed === true
const no = () => false

/**
 * The place in a page where a part of the reader's own app works: the very file that the page shows.
 * It shares the session and the script of the live demo, which the reader loads by reaching for either.
 */
export function LivePart({ name }: { name: PartName }) {
  const container = useRef<HTMLDivElement>(null)
  const id = useId()
  const loaded = useSyncExternalStore(panelStore.subscribe, isLoaded, no)
  const failed = useSyncExternalStore(panelStore.subscribe, hasFailed, no)
  const { title, file } = parts[name]

  useEffect(() => {
    panelStore.setPart(name, container.current)
    return () => panelStore.setPart(name, null)
  }, [name])

  const load = () => void loadPanel()
  return (
    <section
      tabIndex={-1}
      aria-labelledby={id}
      className={styles.part}
      data-embedded=""
      data-keeps-focus=""
      onPointerEnter={load}
      onFocusCapture={load}
    >
      <header className={styles.header}>
        <p id={id} className={styles.title}>
          {title}
        </p>
        <code>{file}</code>
      </header>
      <div ref={container} className={styles.stage} data-part={name}>
        {!loaded && (
          <button className={buttonStyles.secondary} data-needs-script="" onClick={load}>
            Run it here
          </button>
        )}
        {!loaded && failed && (
          <p role="alert" className={noticeStyles.problem}>
            <strong>It couldn't be loaded.</strong> Check your connection and try again.
          </p>
        )}
        <noscript>
          <p>The form needs JavaScript.</p>
        </noscript>
      </div>
    </section>
  )
}
