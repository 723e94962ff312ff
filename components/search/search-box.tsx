import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react"
import styles from "./search-box.module.css"
import { useSearch } from "./use-search"

type Props = {
  /** Goes to a page of the guide. */
  onChoose: (address: string) => void
}

/**
 * A search field with its results below it: a combobox with a list box (WAI-ARIA 1.2 §5.4). The search
 * loads when the field gets the focus.
 */
export function SearchBox({ onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const { query, setQuery, load, failed, Results, results } = useSearch()
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const shows = isOpen && query.trim() !== ""

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!isShortcut(event)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [])

  const choose = (address: string | undefined) => {
    if (address === undefined) return
    setIsOpen(false)
    setQuery("")
    input.current?.blur()
    onChoose(address)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const last = results.length - 1
    if (event.key === "ArrowDown") setActive(active >= last ? 0 : active + 1)
    else if (event.key === "ArrowUp") setActive(active <= 0 ? last : active - 1)
    else if (event.key === "Enter") choose(results[active]?.address)
    else if (event.key === "Escape" && shows) setIsOpen(false)
    else if (event.key === "Escape") setQuery("")
    else return
    event.preventDefault()
  }

  return (
    <search className={styles.search} data-open={shows || undefined}>
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
        onFocus={() => {
          load()
          setIsOpen(true)
        }}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
          setIsOpen(true)
        }}
      />
      <kbd className={styles.shortcut} aria-hidden="true">
        /
      </kbd>
      <div className={styles.results} hidden={!shows}>
        {shows && Results && (
          <Results id={id} active={active} results={results} onChoose={choose} />
        )}
        <p role="status" className={styles.status}>
          {shows && wordsFor(!!Results, failed, results.length)}
        </p>
      </div>
    </search>
  )
}

function wordsFor(isLoaded: boolean, failed: boolean, count: number): string {
  if (isLoaded)
    return count === 0 ? "No results found." : count === 1 ? "1 result" : `${count} results`
  return failed ? "The search couldn't be loaded. Check your connection and try again." : "Loading…"
}

/** `/`, or the common Ctrl+K (⌘K on a Mac). */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: globalThis.KeyboardEvent): boolean {
  if (key === "k") return (ctrlKey || metaKey) && !altKey
  const isTyping =
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]")
  return key === "/" && !ctrlKey && !metaKey && !altKey && !isTyping
}
