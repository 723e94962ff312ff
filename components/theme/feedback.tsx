import { feedbackForm } from "./feedback-form"
import styles from "./feedback.module.css"
import { ServerHtml } from "./static-text"

/** Asks whether a page was helpful. */
export function Feedback({ page }: { page: string }) {
  const html = typeof window === "undefined" ? feedbackForm(page) : undefined
  return <ServerHtml name="feedback" className={styles.feedback} html={html} />
}
