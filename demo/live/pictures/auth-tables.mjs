// @ts-check

/**
 * @typedef {object} Column
 * @property {string} name
 * @property {string[]} keys What it is a part of, in the order `PK`, `FK`, `unique`.
 * @property {string} [references] `User.id`
 */

/** @typedef {{ name: string, columns: Column[] }} Table */

/** The table that passkeys add. */
export const added = "Authenticator"

/**
 * The tables of a Prisma schema, with their columns and keys.
 *
 * @param {string} schema The content of a `schema.prisma`, formatted as Prisma does.
 * @returns {Table[]}
 */
export function tablesOf(schema) {
  const models = Array.from(schema.matchAll(/^model (\w+) \{\n([^]*?)^\}/gm), ([, name, body]) => ({
    name: name ?? "",
    lines: (body ?? "").split("\n").map((line) => line.trim()),
  }))
  const isModel = (/** @type {string} */ type) =>
    models.some(({ name }) => name === type.replace(/[[\]?]/g, ""))
  return models.map(({ name, lines }) => {
    const attribute = (/** @type {string} */ wanted) =>
      lines.filter((line) => line.startsWith(wanted)).map((line) => fieldsIn(line, /\(\[(.*?)\]/))
    const primary = attribute("@@id").flat()
    const relations = lines.flatMap((line) => {
      const [, , type = ""] = /^(\w+)\s+(\w+)/.exec(line) ?? []
      const [from] = fieldsIn(line, /fields: \[(.*?)\]/)
      const [to] = fieldsIn(line, /references: \[(.*?)\]/)
      return from && to ? [{ from, to: `${type}.${to}` }] : []
    })
    const columns = lines.flatMap((line) => {
      const [, column, type = ""] = /^(\w+)\s+(\S+)/.exec(line) ?? []
      if (!column || isModel(type)) return []
      const references = relations.find(({ from }) => from === column)?.to
      const keys = [
        ...(/\s@id\b/.test(line) || primary.includes(column) ? ["PK"] : []),
        ...(references ? ["FK"] : []),
        ...(/\s@unique\b/.test(line) ? ["unique"] : []),
      ]
      return [{ name: column, keys, ...(references && { references }) }]
    })
    return { name, columns }
  })
}

/**
 * @param {string} line
 * @param {RegExp} list
 */
const fieldsIn = (line, list) => list.exec(line)?.[1]?.split(", ") ?? []

/**
 * The picture in Markdown.
 *
 * @param {string} schema
 */
export const tablesAsText = (schema) =>
  tablesOf(schema)
    .map(({ name, columns }) => {
      const list = columns.map(({ name, keys, references }) => {
        const words = [
          ...keys.map((key) => keyWords[key]),
          ...(references ? [`→ ${references}`] : []),
        ]
        return `\`${name}\`${words.length ? ` (${words.join(", ")})` : ""}`
      })
      return `- \`${name}\`${name === added ? ", for passkeys" : ""}: ${list.join(", ")}`
    })
    .join("\n")

/**
 * What the short names of keys mean.
 *
 * @type {Record<string, string>}
 */
export const keyWords = {
  PK: "primary key",
  FK: "foreign key",
  unique: "unique",
}
