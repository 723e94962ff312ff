import buttonStyles from "../../../components/button.module.css"
import { demoActions, type DemoAction } from "../panel/demo-actions"
import { rowChanges } from "./row-changes"
import { tableNames, type RowsAnswer } from "./rows"
import { refreshRows } from "./rows-store"
import { TableView } from "./table-view"
import { useRows } from "./use-rows"
import styles from "./your-rows.module.css"

/** The reader's own rows as they are in the database, with what their last action changed. */
export function RowTables({ isWide }: { isWide?: boolean }) {
  const { answer, last, shown, failed } = useRows()
  if (!answer && failed)
    return (
      <div role="alert" className={styles.panel}>
        <p>The server didn't answer in time, so there are no rows to show yet.</p>
        <button className={buttonStyles.small} onClick={() => void refreshRows()}>
          Try again
        </button>
      </div>
    )
  if (!answer) return <p role="status">Loading your rows…</p>
  if (!shown)
    return (
      <p>
        You're signed out, so there's nothing to show. You can only see an account's rows while
        you're signed in to it. Create a passkey to see what's written.
      </p>
    )
  const changes = rowChanges(last?.before, shown)
  const userId = String(changes.User[0]?.row.id ?? "")
  return (
    <div className={styles.rows} data-wide={isWide}>
      <p className={styles.caption}>
        <strong>{last ? demoActions[last.action].rowsHeading : "Now"}.</strong>{" "}
        {seenBy(answer, last?.action)}
      </p>
      {tableNames.map((table) => (
        <TableView
          key={table}
          table={table}
          changes={changes[table]}
          more={answer.rows ? answer.more[table] : 0}
          userId={userId}
        />
      ))}
    </div>
  )
}

function seenBy({ rows }: RowsAnswer, action: DemoAction | undefined): string {
  if (rows) return "Read from the database with your session. Nobody else can see these rows."
  if (action === "erase") return "Everything is gone: deleting the User row deleted the rest too."
  return "You're signed out. These are the rows as your session last saw them."
}
