import { useId } from "react"
import { ClearProgress } from "./clear-progress"
import { doneStyles } from "./done-pages"
import { pagesOf, type GuideEntry, type GuideGroup } from "./guide-groups"
import styles from "./guide-list.module.css"
import { usePage } from "./page"

/** The pages of the guide, in their groups: those to build with as numbered steps, and the done ones with a tick. */
export function GuideList() {
  const { guide, config } = usePage()
  const withProgress = guide.filter(({ title = "" }) => !config.withoutProgress.includes(title))
  const addresses = pagesOf(withProgress).map(({ address }) => address)
  return (
    <>
      <style dangerouslySetInnerHTML={{ __html: doneStyles(addresses) }} />
      {guide.map((group) => (
        <Group key={group.title ?? ""} {...group} />
      ))}
      <ClearProgress />
    </>
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
      <List aria-labelledby={title && id}>
        {entries.map((entry, index) => (
          <Entry key={entry.title} {...entry} step={hasSteps ? index + 1 : undefined} />
        ))}
      </List>
    </>
  )
}

function Entry({ title, address, pages, step }: GuideEntry & { step: number | undefined }) {
  return (
    <li>
      {address === undefined ? (
        <span className={styles.folder}>{title}</span>
      ) : (
        <PageLink title={title} address={address} step={step} />
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

type PageLinkProps = { title: string; address: string; step?: number | undefined }

function PageLink({ title, address, step }: PageLinkProps) {
  const isCurrent = usePage().address === address
  return (
    <a className={styles.link} href={address} aria-current={isCurrent ? "page" : undefined}>
      {step !== undefined && (
        <span className={styles.step} aria-hidden="true">
          {step}
        </span>
      )}
      <span className={styles.name}>{title}</span>
      <span className={styles.tick} data-step={step}>
        (done)
      </span>
    </a>
  )
}
