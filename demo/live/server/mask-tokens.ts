import type { Row, Rows } from "../rows/rows"

/** Columns whose value opens something for whoever has it. */
const secrets: Record<string, string[]> = {
  Account: ["refresh_token", "access_token", "id_token"],
  Session: ["sessionToken"],
}

/** The same rows, with the tokens cut to their first four characters. */
export function maskTokens(rows: Rows): Rows {
  const masked = Object.entries(rows).map(([table, tableRows]) => [
    table,
    tableRows.map((row) => maskRow(row, secrets[table] ?? [])),
  ])
  return Object.fromEntries(masked)
}

function maskRow(row: Row, columns: string[]): Row {
  const masked = { ...row }
  for (const column of columns) {
    const token = row[column]
    if (typeof token === "string") masked[column] = `${token.slice(0, 4)}… (masked)`
  }
  return masked
}
