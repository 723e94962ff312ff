import { useId } from "react"
import buttonStyles from "../../../components/button.module.css"
import { CopyButton } from "../../../components/copy-button"
import noticeStyles from "../../../components/notice.module.css"
import type { RecordedExchange } from "../recording/ceremony"
import styles from "./dialog.module.css"
import { answerText, requestText } from "./exchange-text"

/** What was sent, letter by letter; folded, as it is long. */
export function Raw({ label, text, open }: { label: string; text: string; open?: boolean }) {
  return (
    <details className={styles.raw} open={open}>
      <summary>{label}</summary>
      <pre>{text}</pre>
    </details>
  )
}

/** A request and its answer as they were, secrets masked. */
export function RawExchange({ exchange, open }: { exchange: RecordedExchange; open?: boolean }) {
  const id = useId()
  const { request, answer, error } = exchange
  return (
    <section aria-labelledby={id} className={styles.exchange}>
      <h4 id={id} className={styles.subtitle}>
        Raw request and response
      </h4>
      <Raw label="The request" text={requestText(request)} open={open} />
      {answer && <Raw label="The response" text={answerText(answer)} open={open} />}
      {error && (
        <p className={noticeStyles.problem}>
          <strong>There was no response.</strong> {error.name}: {error.message}
        </p>
      )}
      <p className={buttonStyles.row}>
        <CopyButton label="Copy both as JSON" text={() => JSON.stringify(exchange, null, 2)} />
      </p>
    </section>
  )
}
