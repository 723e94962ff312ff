import { useState } from "react"
import buttonStyles from "../../../components/button.module.css"
import { RowTables } from "./row-tables"
import { RowsDialog } from "./rows-dialog"
import { useRows } from "./use-rows"
import styles from "./your-rows.module.css"

/** The reader's own rows in the panel, where they are narrow, and wide in a dialog. */
export function YourRows() {
  const { shown } = useRows()
  const [isWide, setIsWide] = useState(false)
  return (
    <div className={styles.panel}>
      {shown && (
        <button
          className={buttonStyles.small}
          aria-haspopup="dialog"
          onClick={() => setIsWide(true)}
        >
          Open wide
        </button>
      )}
      <RowTables />
      {isWide && <RowsDialog onClose={() => setIsWide(false)} />}
    </div>
  )
}
