import { Fragment, useId, useState } from "react"
import { columnMeanings } from "./column-meanings"
import type { RowChange } from "./row-changes"
import type { Cell, TableName } from "./rows"
import styles from "./your-rows.module.css"

const marks = { added: "new", changed: "changed", deleted: "deleted", kept: undefined }

/** One row, a line for each column. What a column holds is told on demand. */
export function RowView({ table, change, row, before }: RowChange & { table: TableName }) {
  const mark = marks[change]
  return (
    <dl className={styles.row} data-change={change}>
      {mark && (
        <div className={styles.mark}>
          <dt>This row is</dt>
          <dd>{mark}</dd>
        </div>
      )}
      {Object.entries(row).map(([column, cell]) => (
        <Column
          key={column}
          column={column}
          meaning={columnMeanings[table][column] ?? "A custom column."}
          cell={cell}
          old={before[column]}
        />
      ))}
    </dl>
  )
}

type ColumnProps = { column: string; meaning: string; cell: Cell; old: Cell | undefined }

function Column({ column, meaning, cell, old }: ColumnProps) {
  const [explained, setExplained] = useState(false)
  const id = useId()
  return (
    <div className={styles.column} data-changed={old !== undefined || undefined}>
      <dt>
        <button
          className={styles.columnName}
          aria-expanded={explained}
          aria-controls={id}
          onClick={() => setExplained(!explained)}
        >
          {breakable(column)}
        </button>
      </dt>
      <dd>
        {old !== undefined && (
          <>
            <del>{textOf(old)}</del> →{" "}
          </>
        )}
        {old === undefined ? textOf(cell) : <ins>{textOf(cell)}</ins>}
      </dd>
      <dd id={id} className={styles.explanation} hidden={!explained}>
        {meaning}
      </dd>
    </div>
  )
}

/** Lets a name of several words break between them. */
const breakable = (column: string) =>
  column.split(/(?=[A-Z][a-z])/).map((word, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ))

const textOf = (cell: Cell) => (cell === null ? "NULL" : String(cell))
