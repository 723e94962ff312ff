import noticeStyles from "../../../components/notice.module.css"
import { problems } from "../../recipes/custom-sign-in-page/passkeys/problem"
import { errorPages } from "./error-pages"
import { isNameTaken } from "./name-taken"
import type { Demo } from "./use-demo"
import { authJsRefusal, type useServerAnswer } from "./server-message"
import styles from "./live-demo.module.css"

type Props = Pick<Demo, "attempt" | "error"> & { answer: ReturnType<typeof useServerAnswer> }

/** What went wrong, and what the reader can do about it. A cancelled prompt is nothing wrong. */
export function ProblemNotice({ attempt, error, answer }: Props) {
  return (
    <div id="live-demo-problem" role="alert" className={styles.status}>
      {error && answer && error.code !== "cancelled" && (
        <div className={noticeStyles.problem}>
          <p>
            <Words attempt={attempt} error={error} message={answer.message} />
          </p>
          {isExplained(answer.message) && errorPages[error.code] && (
            <p>
              In your own app: <a href={errorPages[error.code]}>causes and fixes</a>
            </p>
          )}
        </div>
      )}
    </div>
  )
}

/** What this site's own limits say isn't an error of Auth.js. */
const isExplained = (message: string | undefined) => !message || message === authJsRefusal

type WordsProps = {
  attempt: Demo["attempt"]
  error: NonNullable<Demo["error"]>
  message: string | undefined
}

function Words({ attempt, error, message }: WordsProps) {
  if (isNameTaken({ attempt, error }, message))
    return (
      <>
        <strong>The name “{attempt?.name}” is taken.</strong> Choose another, or sign in with its
        passkey.
      </>
    )
  // The server knows how many seconds to wait, or which limit was reached.
  if (message && message !== authJsRefusal) return message
  const { what, todo } = problems[error.code]
  return (
    <>
      <strong>{what}</strong> {todo}
    </>
  )
}
