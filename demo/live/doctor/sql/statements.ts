/** A part of a text, and where it begins. */
type Part = { sql: string; offset: number }

/** Without quotes, in upper case. */
export const plain = (sql: string): string =>
  sql
    .replaceAll(/[[\]`"]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toUpperCase()

/** The statements of a text, without comments. Offsets are those in the text. */
export function statementsOf(text: string): Part[] {
  const code = text.replace(/'(?:[^']|'')*'|--[^\n]*|\/\*[^]*?\*\//g, (part) =>
    part.startsWith("'") ? part.replaceAll(/[;(),]/g, " ") : part.replace(/[^\n]/g, " "),
  )
  return split(code, ";")
}

/** What stands in the parentheses that begin before `from`, by its commas, and what follows them. */
export function partsOf(sql: string, from: number): { entries: Part[]; rest: string } {
  let depth = 1
  let end = from
  while (end < sql.length && depth > 0) {
    if (sql[end] === "(") depth++
    if (sql[end] === ")") depth--
    end++
  }
  const inside = sql.slice(from, end - 1)
  // Commas in parentheses belong to a list of their own.
  const marked = inside.replaceAll(/\([^()]*\)/g, (list) => list.replaceAll(",", " "))
  const entries = split(marked, ",").map(({ sql: part, offset }) => ({
    sql: inside.slice(offset, offset + part.length),
    offset: from + offset,
  }))
  return { entries, rest: sql.slice(end) }
}

function split(text: string, separator: string): Part[] {
  let begin = 0
  return text.split(separator).flatMap((part) => {
    const sql = part.trim()
    const offset = begin + part.indexOf(sql)
    begin += part.length + 1
    return sql ? [{ sql, offset }] : []
  })
}
