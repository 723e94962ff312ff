import { useEffect, useRef } from "react"
import type { Result } from "./find"
import styles from "./search-results.module.css"
import { labelsOf } from "./variants"

type Props = {
  id: string
  /** The index of the result that Enter opens. */
  active: number
  results: Result[]
  onChoose: (result: Result) => void
}

/** The list of results, each with an excerpt. */
export function SearchResults({ id, active, results, onChoose }: Props) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" })
  }, [active, results])
  return (
    <ul ref={list} id={id} role="listbox" aria-label="Results" className={styles.list}>
      {results.map((result, index) => (
        <li
          key={result.address}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={styles.result}
          // Keep the focus in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(result)}
        >
          <ResultText {...result} />
        </li>
      ))}
    </ul>
  )
}

function ResultText({ page, heading, excerpt, changes }: Result) {
  const labels = labelsOf(changes)
  return (
    <>
      <span className={styles.title}>
        <span className={styles.heading}>{heading || page}</span>{" "}
        {heading && <span className={styles.page}>{page}</span>}{" "}
        {labels.length > 0 && (
          <span className={styles.changes}>Switches to {labels.join(" and ")}</span>
        )}
      </span>
      <span className={styles.excerpt}>
        {excerpt.map((part, index) => (index % 2 ? <mark key={index}>{part}</mark> : part))}
      </span>
    </>
  )
}
