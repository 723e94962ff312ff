import { useRef, useState, type KeyboardEvent } from "react"
import type { FieldRow } from "./field-rows"
import styles from "./inspector.module.css"

type Props = {
  label: string
  /** The element that explains the active field. */
  detailId: string
  rows: FieldRow[]
  active: number | undefined
  onChoose: (row: number) => void
}

/** The fields as a tree: one stop of the Tab key, and arrow keys inside. */
export function FieldList({ label, detailId, rows, active, onChoose }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const [stop, setStop] = useState(0)
  const entry = Math.min(stop, rows.length - 1)

  const move = (event: KeyboardEvent) => {
    const targets: Record<string, number> = {
      ArrowDown: entry + 1,
      ArrowUp: entry - 1,
      Home: 0,
      End: rows.length - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    const item = list.current?.children[Math.max(0, Math.min(rows.length - 1, target))]
    if (item instanceof HTMLElement) item.focus()
  }
  return (
    <ul ref={list} role="tree" aria-label={label} className={styles.fields} onKeyDown={move}>
      {rows.map(({ field, depth, colour }, index) => (
        <li
          key={index}
          role="treeitem"
          aria-level={depth + 1}
          aria-selected={index === active}
          aria-describedby={index === active ? detailId : undefined}
          tabIndex={index === entry ? 0 : -1}
          data-depth={Math.min(depth, 5)}
          className={styles.field}
          onFocus={() => {
            setStop(index)
            onChoose(index)
          }}
          onPointerMove={() => {
            // Not on enter: that also happens when the keyboard scrolls the list under the pointer.
            if (index !== active) onChoose(index)
          }}
        >
          <span className={styles.swatch} data-colour={colour} aria-hidden />
          <span className={styles.fieldName}>{field.name}</span>{" "}
          {field.value?.includes("\n") ? (
            <pre className={styles.block}>{field.value}</pre>
          ) : (
            <span className={field.absent ? styles.absent : styles.fieldValue}>
              {short(field.value) ??
                (field.absent ? `left out: ${field.default ?? "nothing"}` : "")}
            </span>
          )}
          {field.problem && <span className={styles.wrong}> wrong</span>}
          {field.note && <span className={styles.note}> note</span>}
        </li>
      ))}
    </ul>
  )
}

/** All of it stands in the detail. */
const short = (value: string | undefined) =>
  value && value.length > 100 ? `${value.slice(0, 96)}…` : value
