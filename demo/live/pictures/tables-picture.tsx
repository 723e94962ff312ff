import { Picture } from "../../../components/picture/picture"
import { TablesDrawing } from "./drawings/tables-drawing"

/** The tables of Auth.js, with the one that passkeys add. All SQL databases have the same. */
export const TablesPicture = ({ database }: { database: "sql" | "mongodb" }) => (
  <Picture name={`tables-${database}`}>
    {typeof window === "undefined" ? <TablesDrawing database={database} /> : undefined}
  </Picture>
)
