import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from "react"
import buttonStyles from "../button.module.css"
import { choiceNames, choose } from "../choices"
import textStyles from "../text.module.css"
import type { Result } from "./find"
import styles from "./search-box.module.css"
import { useSearch } from "./use-search"
import { useShortcut } from "./use-shortcut"

type Props = {
  /** Goes to a page of the guide. Resolves when it's there. */
  onChoose: (address: string) => Promise<void>
}

/**
 * A search field with its results below it: a combobox with a list box (WAI-ARIA 1.2 §5.4). The search
 * loads when the field gets the focus.
 */
export function SearchBox({ onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const { query, setQuery, load, failed, engine, results } = useSearch()
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  /** The reader pressed Enter before the results were there. */
  const [opensFirst, setOpensFirst] = useState(false)
  useShortcut(input)
  const shows = isOpen && query.trim() !== ""

  const open = () => {
    load()
    setIsOpen(true)
  }

  // What the reader typed before this script ran.
  useEffect(() => {
    if (input.current?.value) setQuery(input.current.value)
    if (input.current && input.current === document.activeElement) open()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- Once, when the script takes over.
  }, [])

  const go = async (result: Result | undefined) => {
    if (!result) return
    setIsOpen(false)
    setQuery("")
    setOpensFirst(false)
    input.current?.blur()
    for (const name of choiceNames) {
      const value = result.changes[name]
      if (value !== undefined) choose(name, value)
    }
    await onChoose(result.address)
    engine?.showMatches(result)
  }

  useEffect(() => {
    if (opensFirst && engine) void go(results[0])
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `go` is new each time.
  }, [opensFirst, engine, results])

  const onKeyDown = (event: KeyboardEvent) => {
    const last = results.length - 1
    if (event.key === "ArrowDown") setActive(active >= last ? 0 : active + 1)
    else if (event.key === "ArrowUp") setActive(active <= 0 ? last : active - 1)
    else if (event.key === "Enter" && engine) void go(results[active])
    else if (event.key === "Enter" && failed) load()
    else if (event.key === "Enter") setOpensFirst(shows)
    else if (event.key === "Escape" && shows) setIsOpen(false)
    else if (event.key === "Escape") setQuery("")
    else return
    event.preventDefault()
  }

  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setIsOpen(false)
  }

  const status = shows ? statusOf(!!engine, failed, results.length) : ""
  return (
    <search className={styles.search} data-open={shows || undefined} onBlur={onBlur}>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search the guide"
        aria-expanded={shows && results.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={shows && results.length ? `${id}-${active}` : undefined}
        className={styles.input}
        placeholder="Search the guide…"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        value={query}
        onFocus={open}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
          setOpensFirst(false)
          setIsOpen(true)
        }}
      />
      <kbd className={styles.shortcut} aria-hidden="true">
        /
      </kbd>
      <div className={styles.results} hidden={!shows}>
        {shows && engine && (
          <engine.SearchResults id={id} active={active} results={results} onChoose={go} />
        )}
        {/* What is announced has to be in the page before its words change. */}
        <p className={styles.status} aria-hidden="true">
          {status}
        </p>
        {failed && (
          <button type="button" className={`${buttonStyles.small} ${styles.retry}`} onClick={retry}>
            Try again
          </button>
        )}
      </div>
      <p role="status" className={textStyles.visuallyHidden}>
        {status}
      </p>
    </search>
  )

  function retry() {
    // The button goes away.
    input.current?.focus()
    open()
  }
}

function statusOf(isLoaded: boolean, failed: boolean, count: number): string {
  if (failed) return "The search couldn't be loaded. Check your connection and try again."
  if (!isLoaded) return "Loading the search…"
  return count === 0 ? "No results found." : count === 1 ? "1 result" : `${count} results`
}
