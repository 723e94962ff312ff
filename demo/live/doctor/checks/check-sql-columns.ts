import type { Found } from "../finding"
import type { Table } from "../sql/read-tables"
import { longestCredentialId, rsaPublicKeyLength } from "./tables"

/** Columns and keys in SQL, for apps without a Prisma schema. */
export const checkSqlColumns = (
  authenticator: Table,
  account: Table | undefined,
  database: string,
): Found[] => [
  ...shortColumn(authenticator, "credentialPublicKey", rsaPublicKeyLength),
  ...shortColumn(authenticator, "credentialID", longestCredentialId),
  ...shortColumn(authenticator, "providerAccountId", longestCredentialId),
  ...(account ? shortColumn(account, "providerAccountId", longestCredentialId) : []),
  // SQLite's integers have 64 bits.
  ...(database ? smallCounter(authenticator) : []),
  ...(hasKey(authenticator, ["credentialID"])
    ? []
    : at("credential-id-not-unique", authenticator, "credentialID")),
  ...(hasKey(authenticator, ["userId"])
    ? at("authenticator-user-id-unique", authenticator, "userId")
    : []),
  ...(account && hasKey(account, ["userId"])
    ? at("account-user-id-unique", account, "userId")
    : []),
]

function at(id: Found["id"], table: Table, column: string): Found[] {
  const found = table.columns.get(column)
  if (!found) return []
  return [{ id, subject: `${table.name}.${column}`, file: found.file, line: found.line }]
}

const hasKey = ({ keys }: Table, columns: string[]) =>
  keys.some((key) => key.isUnique && key.columns.join() === columns.join())

function shortColumn(table: Table, name: string, length: number): Found[] {
  const definition = table.columns.get(name)?.definition ?? ""
  const [, most] = /^N?(?:VAR)?CHAR(?:ACTER VARYING)?\s*\((\d+)\)/.exec(definition) ?? []
  if (!most || Number(most) >= length) return []
  const id =
    name === "credentialPublicKey" ? "public-key-column-short" : "credential-id-column-short"
  return at(id, table, name)
}

function smallCounter(table: Table): Found[] {
  const definition = table.columns.get("counter")?.definition ?? ""
  return /^(INT|INTEGER|INT4|SMALLINT|MEDIUMINT)\b(?!.*\bUNSIGNED\b)/.test(definition)
    ? at("counter-too-small", table, "counter")
    : []
}
