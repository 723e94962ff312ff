import { useEffect, useRef, useState, type ReactNode } from "react"
import styles from "./demo-sheet.module.css"

const sheetId = "demo-sheet"

/** Where the demo stands beside the text, and needs no sheet. As in the style sheets. */
const besideText = "(min-width: 1280px)"

/**
 * The live demo beside the text. On narrow screens it stands after the text, and a bar that stays in
 * reach shows it as a sheet over the lower half: the text above it can still be read and scrolled.
 * It is a popover (HTML §6.12), so that it opens without script too.
 */
export function DemoSheet({ children }: { children: ReactNode }) {
  const sheet = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  useEffect(() => {
    if (!isOpen) return
    const close = () => sheet.current?.hidePopover()
    // A `manual` popover stays when the text is pressed, and leaves Escape to us. A dialog of the
    // demo's own takes its Escape first.
    const onKeyDown = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key === "Escape" && !defaultPrevented && !document.querySelector("dialog[open]")) close()
    }
    const wide = matchMedia(besideText)
    document.addEventListener("keydown", onKeyDown)
    wide.addEventListener("change", close)
    return () => {
      document.removeEventListener("keydown", onKeyDown)
      wide.removeEventListener("change", close)
    }
  }, [isOpen])

  return (
    <>
      <div className={styles.bar}>
        <button
          ref={button}
          type="button"
          popoverTarget={sheetId}
          aria-expanded={isOpen}
          aria-controls={sheetId}
          className={styles.open}
        >
          Try it
        </button>
      </div>
      <div
        ref={sheet}
        id={sheetId}
        popover="manual"
        className={styles.sheet}
        onToggle={({ newState, target, currentTarget }) => {
          // Disclosures in the demo toggle too.
          if (target !== currentTarget) return
          setIsOpen(newState === "open")
          if (newState === "open") currentTarget.querySelector<HTMLElement>("section")?.focus()
          // Unless the reader has gone elsewhere meanwhile.
          else if (holdsFocus(currentTarget)) button.current?.focus()
        }}
      >
        <button
          type="button"
          popoverTarget={sheetId}
          popoverTargetAction="hide"
          className={styles.close}
          aria-label="Close the live demo"
        >
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path d="M5 5l10 10M15 5L5 15" stroke="currentColor" strokeWidth="1.75" />
          </svg>
        </button>
        {children}
      </div>
    </>
  )
}

/** Whether the focus is in an element, or was in one that is gone. */
const holdsFocus = (element: Element) =>
  element.contains(document.activeElement) || document.activeElement === document.body
