import { useEffect, useRef, useSyncExternalStore } from "react"
import type {} from "../../../components/early-input/early-input"
import styles from "./live-demo.module.css"
import { hasUsedDemo } from "./demo-storage"
import { earlyActions, holdControls, loadPanel, panelStore } from "./panel-loader"
import { WaitingPanel } from "./waiting-panel"

/** What the server renders, which has no tab. */
const none: ReturnType<typeof panelStore.get> = { parts: {} }

const usePanelStore = () => useSyncExternalStore(panelStore.subscribe, panelStore.get, () => none)

/**
 * The place of the live demo in a page. Until its script is loaded it shows the same controls at
 * the same places, and loads the script when a reader reaches for them: with the pointer, with the
 * keyboard, or (where it stands below the prose) by scrolling to it.
 */
export function LiveDemo() {
  const section = useRef<HTMLElement>(null)
  const mount = useRef<HTMLDivElement>(null)
  const { Panel, waiting, failed } = usePanelStore()

  useEffect(() => {
    panelStore.setContainer(mount.current)
    return () => panelStore.setContainer(null)
  }, [])

  useEffect(() => {
    if (!section.current) return
    // The reader may have pressed one of the controls before the page's script came, and hold it still.
    const pressEnd = window.earlyInput?.pressEnd
    if (pressEnd) holdControls(pressEnd)
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
      data-keeps-focus=""
      // Moves, too: the region may have come to where the pointer already was.
      onPointerEnter={reach}
      onPointerMove={reach}
      onPointerDownCapture={() => holdControls("pointerup")}
      onKeyDownCapture={({ key, repeat }) => {
        if (key === " " && !repeat) holdControls("keyup")
      }}
      onFocusCapture={reach}
    >
      <header className={styles.header}>
        <h2 id="live-demo-heading" className={styles.heading}>
          Live demo
        </h2>
        <p className={styles.tagline}>Real Auth.js, on a real database.</p>
      </header>
      <div ref={mount} />
      {!Panel && <WaitingPanel waiting={waiting} failed={failed} />}
    </section>
  )
}

/** Keeps the demo running from page to page. Stands once, around all pages. */
export function LiveDemoHost() {
  const { Panel, container, parts } = usePanelStore()
  // Between two pages there is no container. The last one keeps the panel's state alive meanwhile.
  const last = useRef<HTMLElement>(undefined)
  useEffect(() => {
    if (container) last.current = container
  }, [container])
  const current = container ?? last.current
  return Panel && current ? (
    <Panel container={current} parts={parts} early={earlyActions()} />
  ) : null
}
