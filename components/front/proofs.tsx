import type { ReactNode } from "react"
import styles from "./proofs.module.css"

/** A list in which each item begins with what counts, in bold. */
export const Proofs = ({ children }: { children: ReactNode }) => (
  <div className={styles.proofs}>{children}</div>
)
