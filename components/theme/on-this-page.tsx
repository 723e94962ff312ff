import {
  createContext,
  useContext,
  useEffect,
  useId,
  useRef,
  type ReactNode,
  type Ref,
} from "react"
import styles from "./on-this-page.module.css"
import { useCurrentHeading } from "./use-current-heading"

/** How much of the list fades out at its end: see the style sheet. */
const fadePx = 20

/** The headings of a page below its title. */
export type TableOfContents = { value: ReactNode; id: string; depth: number }[]

/** The headings of the page that "On this page" lists. */
export const HeadingsContext = createContext<TableOfContents>([])

/** Beside the text: the headings of the page, with the one that is being read marked. */
export function OnThisPage() {
  const headings = useContext(HeadingsContext)
  const titleId = useId()
  const list = useRef<HTMLUListElement>(null)
  const current = useCurrentHeading(headings.map(({ id }) => id))

  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>("[aria-current]")
    if (!list.current || !link) return
    const { scrollTop, clientHeight } = list.current
    const { offsetTop, offsetHeight } = link
    const end = scrollTop + clientHeight - fadePx
    if (offsetTop < scrollTop || offsetTop + offsetHeight > end)
      list.current.scrollTop = offsetTop - clientHeight / 2
  }, [current])

  if (!headings.length) return null
  return (
    <nav className={styles.contents} aria-labelledby={titleId}>
      <p id={titleId} className={styles.title}>
        On this page
      </p>
      <HeadingList ref={list} headings={headings} current={current} className={styles.list} />
    </nav>
  )
}

type HeadingListProps = {
  headings: TableOfContents
  /** The id of the heading that is being read. */
  current?: string | undefined
  className?: string | undefined
  ref?: Ref<HTMLUListElement>
}

/** A link to each heading. */
export function HeadingList({ headings, current, ...props }: HeadingListProps) {
  return (
    <ul {...props}>
      {headings.map(({ value, id, depth }) => (
        <li key={id} data-depth={depth}>
          <a href={`#${id}`} aria-current={id === current ? "true" : undefined}>
            {value}
          </a>
        </li>
      ))}
    </ul>
  )
}
