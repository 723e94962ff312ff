import { CopyButton } from "../../../components/copy-button"
import textStyles from "../../../components/text.module.css"
import { useChosenDatabase } from "./chosen-database"
import { tableMeanings } from "./column-meanings"
import type { RowChange } from "./row-changes"
import { RowView } from "./row-view"
import type { TableName } from "./rows"
import { sqlForRows } from "./sql-for-rows"
import styles from "./your-rows.module.css"

type Props = {
  table: TableName
  changes: RowChange[]
  /** How many older rows there are that are not shown. */
  more: number
  userId: string
}

/** The reader's rows of one table, and the SQL that shows the same. */
export function TableView({ table, changes, more, userId }: Props) {
  const { database, name } = useChosenDatabase()
  const sql = sqlForRows(database, table, userId)
  return (
    <section aria-label={`${table} rows`}>
      <h3 className={styles.tableName}>
        {table} <span>{changes.length === 1 ? "1 row" : `${changes.length} rows`}</span>
      </h3>
      <p className={textStyles.note}>{tableMeanings[table]}</p>
      {more > 0 && (
        <p className={textStyles.note}>
          These are the newest. {more === 1 ? "1 older row isn't" : `${more} older rows aren't`}{" "}
          shown.
        </p>
      )}
      {changes.map((change, index) => (
        <RowView key={index} table={table} {...change} />
      ))}
      <details className={styles.sql}>
        <summary>See these rows in {name}</summary>
        <pre tabIndex={0} aria-label={`${name}, for ${table}`}>
          <code>{sql}</code>
        </pre>
        <CopyButton label="Copy" text={() => sql} />
      </details>
    </section>
  )
}
