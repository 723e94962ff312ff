import styles from "./practice.module.css"

/** Marks what is practice, wherever a practice passkey is at work. */
export function PracticeBadge() {
  return <span className={styles.badge}>Practice</span>
}
