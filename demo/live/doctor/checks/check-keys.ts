import type { Found } from "../finding"
import type { Model } from "../prisma/dmmf"
import type { Schema } from "../prisma/read-schemas"

/** The columns that an adapter looks rows up by, one by one (`findUnique` in @auth/prisma-adapter). */
const lookedUp: Record<string, { column: string; id: Found["id"] }> = {
  Authenticator: { column: "credentialID", id: "credential-id-not-unique" },
  Session: { column: "sessionToken", id: "column-not-unique" },
  User: { column: "email", id: "column-not-unique" },
}

/** Keys of a model: those that are missing, and those that allow a user one passkey only. */
export function checkKeys({ positions, path }: Schema, model: Model): Found[] {
  const { name, fields } = model
  const found = (id: Found["id"], column?: string): Found => {
    const subject = column ? `${name}.${column}` : name
    return { id, subject, ...(positions.get(subject) ?? { file: path, line: 1 }) }
  }
  const isUnique = (column: string) => hasKey(model, [column])
  const has = (column: string) => fields.some((field) => field.name === column)
  const wanted = lookedUp[name]
  const userIdIsUnique = has("userId") && isUnique("userId")
  return [
    ...(wanted && has(wanted.column) && !isUnique(wanted.column)
      ? [found(wanted.id, wanted.column)]
      : []),
    ...(name === "Account" && !hasKey(model, ["provider", "providerAccountId"])
      ? [found("account-not-unique")]
      : []),
    ...(name === "Account" && userIdIsUnique ? [found("account-user-id-unique", "userId")] : []),
    ...(name === "Authenticator" && userIdIsUnique
      ? [found("authenticator-user-id-unique", "userId")]
      : []),
  ]
}

/** Whether these columns, in this order, are unique together. */
function hasKey({ fields, primaryKey, uniqueFields }: Model, columns: string[]): boolean {
  const [only, ...others] = columns
  const single =
    others.length === 0 && fields.some((one) => one.name === only && (one.isUnique || one.isId))
  const keys = [...uniqueFields, ...(primaryKey ? [primaryKey.fields] : [])]
  return single || keys.some((key) => key.join() === columns.join())
}
