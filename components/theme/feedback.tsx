import { feedbackForm } from "./feedback-form"
import styles from "./feedback.module.css"
import { HtmlBlock } from "./html-block"

/** Asks whether a page was helpful. */
export function Feedback({ page }: { page: string }) {
  const html = typeof window === "undefined" ? feedbackForm(page) : undefined
  return <HtmlBlock tag="div" className={styles.feedback} index="feedback" html={html} />
}
