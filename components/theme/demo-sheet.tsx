import { useEffect, useRef, useState, type ReactNode } from "react"
import styles from "./demo-sheet.module.css"

const sheetId = "demo-sheet"

/** Where the demo is beside the text and needs no sheet. The style sheets use the same width. */
const besideText = "(min-width: 1280px)"

/**
 * The live demo beside the text. On narrow screens it comes after the text, and a fixed "Try it" button
 * opens it as a sheet over the lower half of the window, so that the reader can follow the text above
 * it. It's a popover (HTML §6.12), which opens without script too.
 */
export function DemoSheet({ children }: { children: ReactNode }) {
  const sheet = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  useEffect(() => {
    if (!isOpen) return
    const close = () => sheet.current?.hidePopover()
    // A `manual` popover stays open when the reader taps the text, and doesn't handle Escape. If a
    // dialog of the demo is open, Escape closes that dialog.
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
          // The demo's `details` elements fire this event too.
          if (target !== currentTarget) return
          setIsOpen(newState === "open")
          if (newState === "open") currentTarget.querySelector<HTMLElement>("section")?.focus()
          // Unless the reader has moved the focus elsewhere.
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

/** Whether an element contains the focus. The body has it when the focused element was hidden. */
const holdsFocus = (element: Element) =>
  element.contains(document.activeElement) || document.activeElement === document.body
