import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { root } from "../../scripts/root"

/** A column as `prisma/<database>/schema.prisma` has it. */
export type SchemaColumn = {
  table: string
  name: string
  /** Prisma's type, or after `@db.` the database's. */
  type: string
  isNullable: boolean
}

/**
 * The columns of a schema, and its keys and indexes, as in `Account userId`.
 *
 * @param change Adds to the schema what extras need.
 */
export async function readSchema(
  database: string,
  change = async (schema: string): Promise<string> => schema,
) {
  const schema = await change(
    await readFile(join(root, "prisma", database, "schema.prisma"), "utf8"),
  )
  const columns: SchemaColumn[] = []
  const keys = { primary: [] as string[], unique: [] as string[], index: [] as string[] }
  for (const [, table = "", body = ""] of schema.matchAll(/^model (\w+) \{\n([^]*?)^\}/gm))
    for (const line of body.split("\n")) {
      const [, kind, names = ""] = /^ +@@(id|unique|index)\(\[(.+?)\]/.exec(line) ?? []
      if (kind) {
        keys[kind === "id" ? "primary" : (kind as "unique" | "index")].push(`${table} ${names}`)
        continue
      }
      const [, name = "", type = "", nullable, rest = ""] =
        /^ +(\w+) +(String|Int|BigInt|Boolean|DateTime)(\??)(.*)/.exec(line) ?? []
      if (!name) continue
      const [, native] = /@db\.(\w+(?:\(\w+\))?)/.exec(rest) ?? []
      columns.push({ table, name, type: native ?? type, isNullable: nullable === "?" })
      if (/@id\b/.test(rest)) keys.primary.push(`${table} ${name}`)
      if (/@unique\b/.test(rest)) keys.unique.push(`${table} ${name}`)
    }
  return { columns, keys }
}
