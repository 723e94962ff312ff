import { clearDone } from "./done-pages"
import styles from "./guide-list.module.css"

/** Takes the ticks out of the menu. It shows while there are any. */
export function ClearProgress() {
  return (
    <button
      type="button"
      className={styles.clear}
      onClick={({ currentTarget }) => {
        // The button goes, and would take the focus with it.
        currentTarget.closest("nav")?.querySelector<HTMLElement>("[aria-current], a")?.focus()
        clearDone()
      }}
    >
      Clear all ticks
    </button>
  )
}
