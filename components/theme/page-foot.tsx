import { Feedback } from "./feedback"
import { CopyPage } from "./copy-page"
import { EditLink } from "./edit-link"
import { pagesOf } from "./guide-groups"
import { usePage } from "./page"
import styles from "./page-foot.module.css"
import { ReadingProgress } from "./reading-progress"
import { StaticText } from "./static-text"

/**
 * After the text: whether the page is done and whether it helped, the pages before and after, where to
 * edit it, and when it was last changed. It's in the page's HTML only.
 */
export function PageFoot() {
  const { address } = usePage()
  return (
    <StaticText key={address} index="foot" className={styles.foot}>
      {typeof window === "undefined" ? <Foot /> : undefined}
    </StaticText>
  )
}

function Foot() {
  const { address, guide, changedAtMs } = usePage()
  const pages = pagesOf(guide)
  const index = pages.findIndex((page) => page.address === address)
  const previous = pages[index - 1]
  const next = index < 0 ? undefined : pages[index + 1]
  return (
    <>
      <ReadingProgress />
      <Feedback page={address} />
      <nav aria-label="Previous and next page" className={styles.turn}>
        {previous && (
          <a rel="prev" href={previous.address}>
            <span>Previous</span> {previous.title}
          </a>
        )}
        {next && (
          <a rel="next" href={next.address}>
            <span>Next</span> {next.title}
          </a>
        )}
      </nav>
      <CopyPage place="foot" />
      <p className={styles.source}>
        <span className={styles.edit}>
          <EditLink />
        </span>
        {changedAtMs !== undefined && (
          <span>
            Last updated on{" "}
            <time dateTime={new Date(changedAtMs).toISOString()}>{inWords(changedAtMs)}</time>
          </span>
        )}
      </p>
    </>
  )
}

/** In UTC, so that the server and the browser write the same date. */
const inWords = (atMs: number) =>
  new Date(atMs).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })
