import { useEffect, useState, useSyncExternalStore } from "react"
import buttonStyles from "../../../components/button.module.css"
import { CopyButton } from "../../../components/copy-button"
import noticeStyles from "../../../components/notice.module.css"
import { caseNames } from "./case-names"
import { labStore } from "./lab-store"
import { scoreFragment, scoreInFragment, scoreOf, scoreText, type Score } from "./score-link"
import styles from "./lab.module.css"

const linkTo = (fragment: string) => location.origin + location.pathname + fragment

/** How many cases the reader predicted right, and the score of whoever shared a link with them. */
export function LabScore() {
  const predictions = useSyncExternalStore(labStore.subscribe, labStore.get, labStore.get)
  const score = scoreOf(predictions)
  const link = () => linkTo(scoreFragment(predictions))
  return (
    <section aria-label="Your score" className={styles.score} data-embedded="" data-needs-script="">
      <p role="status">
        <strong>
          {score.right} of {caseNames.length}
        </strong>{" "}
        predicted right, {score.tried} tried.
      </p>
      {score.tried > 0 && (
        <div className={buttonStyles.row}>
          <CopyButton label="Copy link" text={link} />
          <CopyButton label="Copy as text" text={() => `${scoreText(score)}\n${link()}`} />
        </div>
      )}
    </section>
  )
}

/** Says what score the link has that the reader came by. */
export function SharedScore() {
  const [shared, setShared] = useState<Score>()
  useEffect(() => {
    const read = () => setShared(scoreInFragment(location.hash))
    read()
    window.addEventListener("hashchange", read)
    return () => window.removeEventListener("hashchange", read)
  }, [])
  if (!shared) return null
  return (
    <p className={noticeStyles.neutral} data-embedded="" role="note">
      Whoever sent you this link predicted{" "}
      <strong>
        {shared.right} of {caseNames.length}
      </strong>{" "}
      right. Can you do better?
    </p>
  )
}
