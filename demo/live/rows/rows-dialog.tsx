import { WideDialog } from "../../../components/wide-dialog"
import { RowTables } from "./row-tables"

/** The reader's own rows, with room for their columns. */
export function RowsDialog({ onClose }: { onClose: () => void }) {
  return (
    <WideDialog title="Your rows in the database" onClose={onClose}>
      <RowTables isWide />
    </WideDialog>
  )
}
