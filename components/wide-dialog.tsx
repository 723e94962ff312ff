import { useEffect, useId, useRef, type ReactNode } from "react"
import buttonStyles from "./button.module.css"
import styles from "./wide-dialog.module.css"

type Props = {
  title: string
  /** Between the title and the content: it doesn't scroll. */
  navigation?: ReactNode
  /** Content with another value begins at its top. */
  view?: string
  onClose: () => void
  children: ReactNode
}

/**
 * A modal dialog with room for what is wide; on a phone it covers the screen. Escape, Close and a press
 * beside it close it, and the focus returns to where it was.
 */
export function WideDialog({ title, navigation, view, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>("[aria-current]")?.focus()
  }, [])
  useEffect(() => {
    if (content.current) content.current.scrollTop = 0
  }, [view])

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onClose={onClose}
      // The dialog itself is pressed where it is the backdrop.
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className={styles.frame}>
        <header className={styles.header}>
          <h2 id={id}>{title}</h2>
          <button className={buttonStyles.compact} onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        {navigation}
        {/* In the tab order, so that the keyboard can scroll it. */}
        <div ref={content} className={styles.content} tabIndex={0}>
          {children}
        </div>
      </div>
    </dialog>
  )
}
