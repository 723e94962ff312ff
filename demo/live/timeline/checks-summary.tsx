import type { Check } from "../checks/check"
import textStyles from "../../../components/text.module.css"
import styles from "./timeline.module.css"

type Props = { checks: Check[] | undefined; onOpen: () => void }

/** How many of the server's checks pass. Opens the list. */
export function ChecksSummary({ checks, onOpen }: Props) {
  if (!checks) return null
  const count = (outcome: Check["outcome"]) =>
    checks.filter((check) => check.outcome === outcome).length
  const [failed, unknown] = [count("failed"), count("unknown")]
  return (
    <button className={styles.summary} onClick={onOpen} aria-haspopup="dialog">
      <span className={styles.title}>What the server checks</span>
      <span className={textStyles.note}>
        {count("passed")} passed
        {failed > 0 && <span className={styles.failed}>, {failed} failed</span>}
        {unknown > 0 && `, ${unknown} can't be checked here`}
      </span>
    </button>
  )
}
