/** What a column holds, as JSON can say it: dates are ISO 8601, counters are numbers. */
export type Cell = string | number | boolean | null

/** One row, by column name. */
export type Row = Record<string, Cell>

/** The rows that belong to one account. Tokens are masked. */
export type Rows = { User: Row[]; Account: Row[]; Authenticator: Row[]; Session: Row[] }

export type TableName = keyof Rows

/** In the order in which Auth.js writes them. */
export const tableNames = [
  "User",
  "Account",
  "Session",
  "Authenticator",
] as const satisfies TableName[]

/** What `GET /api/demo/rows` answers. */
export type RowsAnswer = {
  /** The database that the demo really runs on. */
  database: string
  /** The rows of the account that the session belongs to; `null` when signed out. */
  rows: Rows | null
  /** How many rows of each table there are beside those in `rows`, which are the newest. */
  more: Record<TableName, number>
  /** Which of `rows.Session` this browser's session is. */
  currentSession: number | null
}
