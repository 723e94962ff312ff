import type { Found } from "../finding"
import type { Field, Model } from "../prisma/dmmf"
import type { Schema } from "../prisma/read-schemas"
import { longestCredentialId, rsaPublicKeyLength, tables } from "./tables"

/** The columns of a model: those that are missing, and those that can't hold what Auth.js writes. */
export function checkColumns({ positions, path, database }: Schema, model: Model): Found[] {
  const columns = tables[model.name] ?? {}
  const placeOf = (name?: string) =>
    positions.get(name ? `${model.name}.${name}` : model.name) ?? { file: path, line: 1 }
  const found = (id: Found["id"], field: string): Found => ({
    id,
    subject: `${model.name}.${field}`,
    ...placeOf(model.fields.some(({ name }) => name === field) ? field : undefined),
  })
  const missing = Object.keys(columns).filter(
    (name) => !model.fields.some((field) => field.name === name),
  )
  return [
    ...missing.map((name) => found("column-missing", name)),
    ...model.fields
      .filter(({ kind }) => kind !== "object")
      .flatMap((field) => {
        const id = problemOf(field, columns[field.name], database)
        return id ? [found(id, field.name)] : []
      }),
    ...(hasUser(model) ? [] : [found("relation-missing", "user")]),
  ]
}

/** Of tokens for links, no user is known yet. */
const hasUser = ({ name, fields }: Model) =>
  ["User", "VerificationToken"].includes(name) ||
  fields.some((field) => field.name === "user" && field.relationFromFields?.length)

function problemOf(
  field: Field,
  column: (typeof tables)[string][string] | undefined,
  database: string,
): Found["id"] | undefined {
  if (column && (!column.types.includes(field.type) || field.isList)) return "column-type"
  const isFilled = field.hasDefaultValue || field.isUpdatedAt || field.isList
  if (field.isRequired && !isFilled && !column?.isAlwaysSet) return "column-required"
  if (field.name === "counter" && field.type === "Int") return "counter-too-small"
  const length = longestText(field, database)
  if (field.name === "credentialPublicKey" && length < rsaPublicKeyLength)
    return "public-key-column-short"
  if (column && /^(credentialID|providerAccountId)$/.test(field.name))
    if (length < longestCredentialId) return "credential-id-column-short"
  return undefined
}

/** What Prisma makes of a `String` without a type, in characters. Elsewhere it has no limit. */
const defaultLength: Record<string, number> = { mysql: 191, sqlserver: 1_000 }

/** How many characters a column has room for. */
function longestText({ nativeType }: Field, database: string): number {
  if (!nativeType) return defaultLength[database] ?? Infinity
  const [type, [length]] = nativeType
  if (type === "TinyText") return 255
  if (!/char/i.test(type)) return Infinity
  // CHAR has one character without a length; VARCHAR of PostgreSQL has no limit.
  return length ? Number(length) || Infinity : /^n?char$/i.test(type) ? 1 : Infinity
}
