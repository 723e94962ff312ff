import type { TableName } from "./rows"

/** Names as each database quotes them. `User` is a reserved word in most. */
const quotes: Record<string, (name: string) => string> = {
  mysql: (name) => `\`${name}\``,
  sqlserver: (name) => `[${name}]`,
}

/**
 * What shows the same rows in the reader's own database: SQL, or for MongoDB its shell's language.
 *
 * @param database A value of the guide's choice of databases.
 * @param userId A UUID, made by Auth.js at the registration.
 */
export function sqlForRows(database: string, table: TableName, userId: string): string {
  const column = table === "User" ? "id" : "userId"
  if (database === "mongodb")
    return `db.${table}.find({ ${table === "User" ? "_id" : column}: "${userId}" })`
  const quote = quotes[database] ?? ((name: string) => `"${name}"`)
  return `SELECT * FROM ${quote(table)} WHERE ${quote(column)} = '${userId.replaceAll("'", "''")}';`
}
