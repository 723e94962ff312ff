import type { ReactNode } from "react"
import styles from "./front-head.module.css"

/** The promise of the site: its title, what it gives, and in `<Ways>` where to start. */
export const FrontHead = ({ children }: { children: ReactNode }) => (
  <div className={styles.head}>{children}</div>
)

/** Links as buttons. The first one is for most readers. */
export const Ways = ({ children }: { children: ReactNode }) => (
  <div className={styles.ways}>{children}</div>
)
