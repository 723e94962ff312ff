import type { ReactNode } from "react"
import styles from "./stage.module.css"

/** Two things side by side, such as an app and its code. On narrow screens, the second is below. */
export const Stage = ({ children }: { children: ReactNode }) => (
  <div className={styles.stage}>{children}</div>
)

/** One side of a `Stage`. */
export const Side = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={styles.side}>
    <p className={styles.label}>{label}</p>
    {children}
  </div>
)
