import { feedbackForm } from "./feedback-form"
import styles from "./feedback.module.css"

/** Asks whether a page was helpful. Only the server renders it. */
export const Feedback = ({ page }: { page: string }) => (
  <div className={styles.feedback} dangerouslySetInnerHTML={{ __html: feedbackForm(page) }} />
)
