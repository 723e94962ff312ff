import { useEffect, useRef, useSyncExternalStore } from "react"
import { useKeepFocus } from "../../../components/keep-focus"
import buttonStyles from "../../../components/button.module.css"
import noticeStyles from "../../../components/notice.module.css"
import textStyles from "../../../components/text.module.css"
import { actionsOffered, demoActions } from "./demo-actions"
import styles from "./live-demo.module.css"
import { hasUsedDemo } from "./demo-storage"
import { holdControls, loadPanel, panelStore, takePendingAction } from "./panel-loader"

/** What the server renders, which has no tab. */
const none = {}

const usePanelStore = () =>
  useSyncExternalStore(
    panelStore.subscribe,
    panelStore.get,
    () => none as ReturnType<typeof panelStore.get>,
  )

/**
 * The place of the live demo in a page. Until its script is loaded it shows the same controls at
 * the same places, and loads the script when a reader reaches for them: with the pointer, with the
 * keyboard, or (where it stands below the prose) by scrolling to it.
 */
export function LiveDemo() {
  const section = useRef<HTMLElement>(null)
  const mount = useRef<HTMLDivElement>(null)
  const { Panel, failed } = usePanelStore()
  useKeepFocus(section)

  useEffect(() => {
    panelStore.setContainer(mount.current)
    return () => panelStore.setContainer(null)
  }, [])

  useEffect(() => {
    if (!section.current) return
    if (hasUsedDemo()) {
      void loadPanel()
      return
    }
    // On wide screens and on the front page, it's in view from the start, whether or not the reader
    // wants it.
    if (section.current.getBoundingClientRect().top < innerHeight) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) void loadPanel()
    })
    observer.observe(section.current)
    return () => observer.disconnect()
  }, [])

  const reach = () => void loadPanel()
  return (
    <section
      ref={section}
      id="live-demo"
      tabIndex={-1}
      aria-labelledby="live-demo-heading"
      className={styles.demo}
      data-embedded=""
      onPointerEnter={reach}
      onPointerDownCapture={holdControls}
      onFocusCapture={reach}
    >
      <header className={styles.header}>
        <h2 id="live-demo-heading" className={styles.heading}>
          Live demo
        </h2>
        <p className={styles.tagline}>Real Auth.js, on a real database.</p>
      </header>
      <div ref={mount} />
      {!Panel && <Waiting failed={failed} />}
    </section>
  )
}

/** The signed-out panel, before its script is there. */
function Waiting({ failed }: { failed: boolean | undefined }) {
  return (
    <div className={styles.body}>
      <div className={styles.field}>
        <span>A made-up name for your account</span>
        <span className={styles.nameWaiting}>we'll make one up for you</span>
      </div>
      {actionsOffered("signed-out").map((action) => (
        <button
          key={action}
          className={buttonStyles[demoActions[action].look]}
          onClick={() => void loadPanel(action)}
        >
          {demoActions[action].button}
        </button>
      ))}
      {failed && (
        <p role="alert" className={noticeStyles.problem}>
          <strong>The demo couldn't be loaded.</strong> Check your connection and try again.
        </p>
      )}
      <noscript>
        <p className={textStyles.note}>
          The demo needs JavaScript. The rest of the guide works without it.
        </p>
      </noscript>
    </div>
  )
}

/** Keeps the demo running from page to page. Stands once, around all pages. */
export function LiveDemoHost() {
  const { Panel, container } = usePanelStore()
  // Between two pages there is no container. The last one keeps the panel's state alive meanwhile.
  const last = useRef<HTMLElement>(undefined)
  useEffect(() => {
    if (container) last.current = container
  }, [container])
  const current = container ?? last.current
  return Panel && current ? (
    <Panel container={current} takePendingAction={takePendingAction} />
  ) : null
}
