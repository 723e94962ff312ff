import { useId } from "react"
import type { GuideEntry, GuideGroup } from "./guide-groups"
import styles from "./guide-list.module.css"
import { usePage } from "./page"

/** The pages of the guide, in their groups. */
export function GuideList() {
  return usePage().guide.map((group) => <Group key={group.title ?? ""} {...group} />)
}

function Group({ title, entries }: GuideGroup) {
  const id = useId()
  return (
    <>
      {title && (
        <p id={id} className={styles.title}>
          {title}
        </p>
      )}
      <ul aria-labelledby={title && id}>
        {entries.map((entry) => (
          <Entry key={entry.title} {...entry} />
        ))}
      </ul>
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

function PageLink({ title, address }: { title: string; address: string }) {
  const isCurrent = usePage().address === address
  return (
    <a className={styles.link} href={address} aria-current={isCurrent ? "page" : undefined}>
      {title}
    </a>
  )
}
