import { useEffect, useId, useRef, type ReactNode } from "react"
import styles from "./on-this-page.module.css"
import { useCurrentHeading } from "./use-current-heading"

/** The headings of a page below its title. */
export type TableOfContents = { value: ReactNode; id: string; depth: number }[]

/** The headings of the page, with the one that is being read marked. */
export function OnThisPage({ headings }: { headings: TableOfContents }) {
  const titleId = useId()
  const list = useRef<HTMLUListElement>(null)
  const shown = headings.filter(({ depth }) => depth <= 3)
  const current = useCurrentHeading(shown.map(({ id }) => id))

  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>("[aria-current]")
    if (!list.current || !link) return
    const { scrollTop, clientHeight } = list.current
    const { offsetTop, offsetHeight } = link
    if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight)
      list.current.scrollTop = offsetTop - clientHeight / 2
  }, [current])

  if (!shown.length) return null
  return (
    <nav className={styles.contents} aria-labelledby={titleId}>
      <p id={titleId} className={styles.title}>
        On this page
      </p>
      <ul ref={list} className={styles.list}>
        {shown.map(({ value, id, depth }) => (
          <li key={id} data-depth={depth}>
            <a href={`#${id}`} aria-current={id === current ? "true" : undefined}>
              {value}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
