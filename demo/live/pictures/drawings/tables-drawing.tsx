import mongodb from "../../../../prisma/mongodb/schema.prisma?raw"
import sql from "../../../../prisma/postgresql/schema.prisma?raw"
import { added, keyWords, tablesOf } from "../auth-tables.mjs"

type Table = ReturnType<typeof tablesOf>[number]

const width = 220
const rowHeight = 21
const headerHeight = 32
const gap = 30
const heightOf = ({ columns }: Table) => headerHeight + columns.length * rowHeight + 8

/** Where each table stands: which of three columns, from top to bottom. */
const columnsOfTables = [["User", "VerificationToken"], [added, "Session"], ["Account"]]

/** The tables that a Prisma schema makes, drawn from the schema itself. */
export function TablesDrawing({ database }: { database: "sql" | "mongodb" }) {
  const tables = tablesOf(database === "mongodb" ? mongodb : sql)
  return (
    <figure aria-label="The tables of Auth.js">
      <Drawing tables={tables} />
      <Lists tables={tables} />
      <figcaption className="picture-caption">
        Passkeys add <code>{added}</code>.{" "}
        <span className="picture-only-wide">PK: part of the primary key. FK: foreign key.</span>
      </figcaption>
    </figure>
  )
}

function Drawing({ tables }: { tables: Table[] }) {
  const placed = columnsOfTables.flatMap((names, column) => {
    let y = 2
    return names.map((name) => {
      const table = tables.find((table) => table.name === name)
      if (!table) throw new Error(`The schema has no model ${name}.`)
      const place = { ...table, x: 1 + column * (width + gap - 1), y, height: heightOf(table) }
      y += place.height + gap
      return place
    })
  })
  const rowOf = (table: string, column: string) => {
    const place = placed.find(({ name }) => name === table)
    const row = place?.columns.findIndex(({ name }) => name === column) ?? -1
    return place && row >= 0
      ? { ...place, rowY: place.y + headerHeight + row * rowHeight + 10 }
      : undefined
  }
  const user = rowOf("User", "id")
  const passage = placed.find(({ name }) => name === added)
  const height = Math.max(...placed.map((table) => table.y + table.height)) + 2
  return (
    <svg className="picture-wide" viewBox={`0 0 720 ${height}`} role="list" aria-label="Tables">
      {user &&
        passage &&
        placed.map((table) => {
          const key = table.columns.find(({ references }) => references === "User.id")
          const from = key && rowOf(table.name, key.name)
          if (!from) return null
          const trunk = user.x + width + gap / 2
          // A table in the third column is reached between the two tables of the second.
          const detour =
            from.x > passage.x ? `H${from.x - gap / 2}V${passage.y + passage.height + gap / 2}` : ""
          return (
            <path
              key={table.name}
              className="picture-relation"
              d={`M${from.x} ${from.rowY}${detour}H${trunk}V${user.rowY}H${user.x + width + 8}`}
            />
          )
        })}
      {user && (
        <path className="picture-relation-head" d={`M${user.x + width} ${user.rowY}l9 -4.5v9Z`} />
      )}
      {placed.map((table) => (
        <TableBox key={table.name} {...table} />
      ))}
    </svg>
  )
}

function TableBox({
  name,
  columns,
  x,
  y,
  height,
}: Table & { x: number; y: number; height: number }) {
  return (
    <g role="listitem" aria-label={name === added ? `${name}, added for passkeys` : name}>
      <rect
        className={name === added ? "picture-marked" : "picture-box"}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={8}
      />
      <text className="picture-heading" x={x + 12} y={y + 21}>
        {name}
      </text>
      {name === added && (
        <text className="picture-keys" x={x + width - 12} y={y + 21}>
          added
        </text>
      )}
      <line
        className="picture-rule"
        x1={x}
        x2={x + width}
        y1={y + headerHeight - 1}
        y2={y + headerHeight - 1}
      />
      {columns.map((column, row) => {
        const baseline = y + headerHeight + row * rowHeight + 16
        return (
          <g key={column.name}>
            <text x={x + 12} y={baseline}>
              {column.name}
            </text>
            {column.keys.length > 0 && (
              <text className="picture-keys" x={x + width - 12} y={baseline}>
                {column.keys.join(" ")}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** The table that passkeys add, and the keys of the others. */
function Lists({ tables }: { tables: Table[] }) {
  const inOrder = columnsOfTables
    .flat()
    .flatMap((name) => tables.filter((one) => one.name === name))
  inOrder.sort((a, b) => Number(b.name === added) - Number(a.name === added))
  return (
    <div className="picture-narrow">
      {inOrder.map(({ name, columns }) => {
        const shown = columns.filter(({ keys }) => name === added || keys.length > 0)
        const others = columns.length - shown.length
        return (
          <section key={name} className={name === added ? "picture-marked-card" : "picture-card"}>
            <p className="picture-card-title">{name === added ? `${name} (added)` : name}</p>
            <ul>
              {shown.map(({ name, keys, references }) => (
                <li key={name}>
                  {name}{" "}
                  <span className="picture-route">
                    {keys.map((key) => keyWords[key]).join(", ")}
                    {references && ` to ${references}`}
                  </span>
                </li>
              ))}
              {others > 0 && <li className="picture-route">and {others} more</li>}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
