import { useEffect, useId, useRef } from "react"
import buttonStyles from "../../../components/button.module.css"
import styles from "./panel-view.module.css"

type Props = {
  question: string
  yes: string
  no: string
  isWaiting: boolean
  onYes: () => void
  onNo: () => void
}

/**
 * Asks before something that can't be undone. The question has the focus and no button has: neither
 * Enter held down nor the second half of a double click answers it. Escape is a no.
 */
export function Confirmation({ question, yes, no, isWaiting, onYes, onNo }: Props) {
  const group = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => group.current?.focus(), [])
  return (
    <div
      ref={group}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      className={styles.confirm}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return
        // Not also the sheet around it.
        event.preventDefault()
        onNo()
      }}
    >
      <p id={id}>{question}</p>
      <div className={styles.answers}>
        <button className={buttonStyles.secondary} onClick={onNo}>
          {no}
        </button>
        <button
          className={buttonStyles.danger}
          aria-disabled={isWaiting}
          onClick={({ detail }) => {
            if (detail < 2 && !isWaiting) onYes()
          }}
        >
          {yes}
        </button>
      </div>
    </div>
  )
}
