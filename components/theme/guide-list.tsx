import { useId } from "react"
import { doneStyles } from "./done-styles"
import { pageInMenu, pagesOf, type GuideEntry, type GuideGroup } from "./guide-groups"
import styles from "./guide-list.module.css"
import { usePage } from "./page"

/** The pages of the guide, in their groups: those to build with as numbered steps, and the done ones with a tick. */
export function GuideList() {
  const { guide } = usePage()
  return (
    <>
      <style dangerouslySetInnerHTML={{ __html: useDoneStyles() }} suppressHydrationWarning />
      {guide.map((group) => (
        <Group key={group.title ?? ""} {...group} />
      ))}
      <button className={styles.clear} data-mark-done="clear">
        Clear all ticks
      </button>
    </>
  )
}

/** The rules for the ticks. React keeps those of the first page, so the browser's script has none. */
function useDoneStyles(): string {
  const { guide, config } = usePage()
  if (typeof window !== "undefined") return ""
  const withProgress = guide.filter(
    ({ title }) => !title || !config.withoutProgress.includes(title),
  )
  return doneStyles(
    pagesOf(withProgress).map(({ address }) => [address, `nav [href="${address}"]`]),
  )
}

function Group({ title, entries }: GuideGroup) {
  const id = useId()
  const hasSteps = title === usePage().config.steps
  const List = hasSteps ? "ol" : "ul"
  return (
    <>
      {title && (
        <p id={id} className={styles.title}>
          {title}
        </p>
      )}
      <List aria-labelledby={title && id} className={hasSteps ? styles.steps : undefined}>
        {entries.map((entry) => (
          <Entry key={entry.title} {...entry} />
        ))}
      </List>
    </>
  )
}

function Entry({ title, address, pages }: GuideEntry) {
  return (
    <li>
      {address === undefined ? (
        <span className={styles.folder}>{title}</span>
      ) : (
        <PageLink title={title} address={address} />
      )}
      {pages.length > 0 && (
        <ul className={styles.below}>
          {pages.map((page) => (
            <li key={page.address}>
              <PageLink {...page} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** Its number and its tick are in the style sheet. */
function PageLink({ title, address }: { title: string; address: string }) {
  const page = usePage()
  const isCurrent = pageInMenu(page.guide, page.address) === address
  const current = page.address === address ? "page" : "true"
  return (
    <a className={styles.link} href={address} aria-current={isCurrent ? current : undefined}>
      {title}
    </a>
  )
}
