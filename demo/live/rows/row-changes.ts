import { tableNames, type Cell, type Row, type Rows, type TableName } from "./rows"

/** What an action did to a row. */
export type RowChange = {
  change: "added" | "changed" | "deleted" | "kept"
  row: Row
  /** The old values of the columns that have a new one. */
  before: Record<string, Cell>
}

const keys: Record<TableName, string[]> = {
  User: ["id"],
  Account: ["provider", "providerAccountId"],
  // The token is masked, and the date makes it certain.
  Session: ["sessionToken", "createdAt"],
  Authenticator: ["credentialID"],
}

/**
 * Compares the rows before and after an action.
 *
 * @param before `undefined` when they are not known: then nothing counts as changed.
 * @returns Per table, its rows in their order; those that are gone stand last.
 */
export function rowChanges(before: Rows | undefined, after: Rows): Record<TableName, RowChange[]> {
  const changes = tableNames.map((table) => {
    const now = after[table]
    if (!before) return [table, now.map((row) => ({ change: "kept", row, before: {} }))]
    const keyOf = (row: Row) => JSON.stringify(keys[table].map((column) => row[column]))
    const old = new Map(before[table].map((row) => [keyOf(row), row]))
    const compared = now.map((row) => compare(old.get(keyOf(row)), row))
    const left = new Set(now.map(keyOf))
    const gone = before[table].filter((row) => !left.has(keyOf(row)))
    return [table, [...compared, ...gone.map((row) => ({ change: "deleted", row, before: {} }))]]
  })
  return Object.fromEntries(changes)
}

function compare(old: Row | undefined, row: Row): RowChange {
  if (!old) return { change: "added", row, before: {} }
  const columns = Object.keys(row).filter((column) => row[column] !== old[column])
  const before = Object.fromEntries(columns.map((column) => [column, old[column] ?? null]))
  return { change: columns.length > 0 ? "changed" : "kept", row, before }
}
