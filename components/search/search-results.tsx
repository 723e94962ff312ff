import { useEffect, useRef } from "react"
import type { Result } from "./find"
import styles from "./search-box.module.css"

type Props = {
  id: string
  active: number
  results: Result[]
  state: "idle" | "loading" | "failed" | "ready"
  onChoose: (address: string) => void
}

/** The list below the search field, and what is said about it. */
export function SearchResults({ id, active, results, state, onChoose }: Props) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" })
  }, [active, results])
  return (
    <div className={styles.results} hidden={state === "idle"}>
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label="Results" className={styles.list}>
        {state === "ready" &&
          results.map((result, index) => (
            <li
              key={result.address}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className={styles.result}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(result.address)}
            >
              <ResultText {...result} />
            </li>
          ))}
      </ul>
      <p role="status" className={styles.status}>
        {state === "loading" && "Loading…"}
        {state === "failed" &&
          "The search couldn't be loaded. Check your connection and try again."}
        {state === "ready" && (results.length ? countOf(results) : "No results found.")}
      </p>
    </div>
  )
}

function ResultText({ page, heading, excerpt }: Result) {
  return (
    <>
      <span className={styles.heading}>{heading || page}</span>
      {heading && <span className={styles.page}>{page}</span>}
      <span className={styles.excerpt}>
        {excerpt.map((part, index) => (index % 2 ? <mark key={index}>{part}</mark> : part))}
      </span>
    </>
  )
}

const countOf = ({ length }: Result[]) => (length === 1 ? "1 result" : `${length} results`)
