import type { Part } from "./part-text"
import styles from "./walkthrough.module.css"

type Props = { part: Part; label: string; text: string }

/** A text that scrolls in itself, also by keyboard. */
export const ExcerptText = ({ part, label, text }: Props) => (
  <pre className={styles.text} tabIndex={0} aria-label={label} data-part={part}>
    <code>{text}</code>
  </pre>
)
