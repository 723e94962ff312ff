import type { ReactNode } from "react"
import styles from "./halves.module.css"

/** Two sections side by side, where there is room. */
export const Halves = ({ children }: { children: ReactNode }) => (
  <div className={styles.halves}>{children}</div>
)

export const Half = ({ children }: { children: ReactNode }) => (
  <div className={styles.half}>{children}</div>
)
