import noticeStyles from "../../../components/notice.module.css"
import textStyles from "../../../components/text.module.css"
import type { RecordedPrompt } from "../recording/ceremony"
import { DecodedView } from "./decoded-view"
import styles from "./dialog.module.css"
import { Raw } from "./raw-exchange"

const json = (value: unknown) => JSON.stringify(value, null, 2)

/** What the page asked the authenticator, and what it answered. */
export function PromptView({
  prompt: { call, options, response, error },
}: {
  prompt: RecordedPrompt
}) {
  return (
    <>
      <p>
        The page calls <code>navigator.credentials.{call}()</code>. The browser adds the origin of
        the page, shows its prompt, and passes the request on to the authenticator
        {call === "create"
          ? ", which creates a key pair. The private key never leaves it."
          : ", which signs the challenge with its private key."}
      </p>
      {error && (
        <p className={noticeStyles.problem}>
          <strong>{error.name}</strong> {error.message}
        </p>
      )}
      <section className={styles.exchange}>
        <h4 className={styles.subtitle}>As it was said</h4>
        <Raw label={`The argument of ${call}()`} text={json(options)} open={!!error} />
        {response !== undefined && <Raw label="The response" text={json(response)} />}
        <p className={textStyles.muted}>
          Bytes are shown as base64url. In JavaScript, they're <code>ArrayBuffer</code>s.
        </p>
      </section>
      {response !== undefined && <DecodedView text={json(response)} />}
    </>
  )
}
