import { useRef, useState, type FormEvent } from "react"
import buttons from "../button.module.css"
import styles from "./feedback.module.css"
import { sendFeedback } from "./send-feedback"

const thanks = "Thank you. Your vote is stored."

/**
 * Asks whether a page was helpful. Without script, or before it has come, the form works by itself: the
 * server leads back to the sentence that says thanks.
 *
 * @param page The page's address.
 */
export function Feedback({ page }: { page: string }) {
  const [vote, setVote] = useState<string>()
  const [message, setMessage] = useState("")
  const isSending = useRef(false)
  const more = useRef<HTMLDetailsElement>(null)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // The second half of a double click.
    if (isSending.current) return
    isSending.current = true
    const { submitter } = event.nativeEvent as SubmitEvent
    const error = await sendFeedback(event.currentTarget, submitter)
    isSending.current = false
    setMessage(error ?? thanks)
    if (error) return
    setVote((submitter as HTMLButtonElement).value)
    if (more.current) more.current.open = true
  }

  return (
    <form action="/api/feedback" method="post" onSubmit={send} className={styles.feedback}>
      <input type="hidden" name="page" value={page} />
      <fieldset className={styles.vote}>
        <legend>Was this page helpful?</legend>
        {["yes", "no"].map((value) => (
          <button
            key={value}
            name="helpful"
            value={value}
            aria-pressed={vote === undefined ? undefined : vote === value}
            className={buttons.small}
          >
            {value === "yes" ? "Yes" : "No"}
          </button>
        ))}
      </fieldset>
      <details ref={more}>
        <summary>Add a sentence</summary>
        <label htmlFor="feedback-sentence">What helped, or what was missing?</label>
        {/* With several lines, Enter doesn't vote. */}
        <textarea
          id="feedback-sentence"
          name="sentence"
          maxLength={280}
          rows={2}
          autoComplete="off"
          aria-describedby="feedback-note"
        />
        {vote ? (
          <button name="helpful" value={vote} className={buttons.small}>
            Send the sentence
          </button>
        ) : (
          <p>Then choose Yes or No.</p>
        )}
        <p id="feedback-note" className={styles.note}>
          Don’t write anything personal: only the site’s maintainers read it, and they can’t reply.
          Your vote and your sentence are stored for a year, with a hash of your network and
          browser, so that you count once.
        </p>
      </details>
      <p id="feedback-stored" className={styles.stored}>
        {thanks}
      </p>
      <p role="status" className={styles.message}>
        {message}
      </p>
    </form>
  )
}
