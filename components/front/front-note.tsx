import type { ReactNode } from "react"
import styles from "./front-note.module.css"

/** What a reader should know before they start. */
export const FrontNote = ({ children }: { children: ReactNode }) => (
  <div className={styles.note} role="note">
    {children}
  </div>
)
