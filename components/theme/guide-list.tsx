import { doneStyles } from "./done-styles"
import { currentOf, pagesOf, type GuideEntry, type GuideGroup } from "./guide-groups"
import styles from "./guide-list.module.css"
import { usePage } from "./page"

/**
 * The pages of the guide, in their groups: those to build with as numbered steps, and the done ones with a
 * tick. Only the server renders it.
 */
export function GuideList() {
  const { guide, config } = usePage()
  const withProgress = guide.filter(
    ({ title }) => !title || !config.withoutProgress.includes(title),
  )
  const rules = doneStyles(
    pagesOf(withProgress).map(({ address }) => [address, `nav [href="${address}"]`]),
  )
  return (
    <>
      <style dangerouslySetInnerHTML={{ __html: rules }} />
      {guide.map((group) => (
        <Group key={group.title ?? ""} {...group} />
      ))}
      <button className={styles.clear} data-mark-done="clear">
        Clear all ticks
      </button>
    </>
  )
}

function Group({ title, entries }: GuideGroup) {
  const id = `menu-${title?.toLowerCase().replaceAll(" ", "-")}`
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
  const marked = currentOf(page.guide, page.address)
  return (
    <a
      className={styles.link}
      href={address}
      aria-current={marked?.address === address ? marked.current : undefined}
    >
      {title}
    </a>
  )
}
