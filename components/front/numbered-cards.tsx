import type { ReactNode } from "react"
import styles from "./numbered-cards.module.css"

/** A numbered list as cards, each of which is a link to a page. */
export const NumberedCards = ({ children }: { children: ReactNode }) => (
  <div className={styles.cards}>{children}</div>
)
