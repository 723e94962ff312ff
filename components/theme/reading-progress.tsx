import { doneStyles } from "./done-styles"
import { currentOf, groupOf } from "./guide-groups"
import { usePage } from "./page"
import styles from "./reading-progress.module.css"

/** At the end of a page: says whether the page is done, and lets the reader change that. */
export function ReadingProgress() {
  const { address, guide, config } = usePage()
  const title = groupOf(guide, currentOf(guide, address)?.address ?? "")?.title
  if (title && config.withoutProgress.includes(title)) return null
  const rule = doneStyles([[address, "[data-page-end]"]])
  return (
    <div className={styles.progress} data-page-end="" data-needs-script="">
      <style dangerouslySetInnerHTML={{ __html: rule }} />
      <span>You’re done with this page.</span>
      <button className={styles.button} data-mark-done="yes">
        Mark as done
      </button>
      <button className={styles.button} data-mark-done="no">
        Mark as not done
      </button>
    </div>
  )
}
