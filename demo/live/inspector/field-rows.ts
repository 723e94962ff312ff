import type { Field } from "../webauthn/field"

/** A field in the list: how deep it is, and the number of its colour if its bytes have one. */
export type FieldRow = { field: Field; depth: number; colour?: number }

const colours = 8

/** All fields of a section in reading order. Neighbours have different colours. */
export function fieldRows(section: Field): FieldRow[] {
  const rows: FieldRow[] = []
  let next = 0
  const visit = (field: Field, depth: number, around?: FieldRow) => {
    const row: FieldRow = { field, depth }
    // A bit is in the byte of the flags, and has its colour.
    if (field.range && sameRange(field, around?.field))
      Object.assign(row, { colour: around?.colour })
    else if (
      field.range &&
      !field.children?.some((child) => child.range && !sameRange(child, field))
    )
      row.colour = next++ % colours
    rows.push(row)
    for (const child of field.children ?? []) visit(child, depth + 1, row)
  }
  for (const child of section.children ?? []) visit(child, 0)
  if (rows.length === 0) visit(section, 0)
  return rows
}

const sameRange = (field: Field, other: Field | undefined) =>
  field.range?.[0] === other?.range?.[0] && field.range?.[1] === other?.range?.[1]

/** The number of the colour of each byte, or -1. */
export function byteColours(rows: FieldRow[], length: number): Int8Array {
  const painted = new Int8Array(length).fill(-1)
  for (const { field, colour } of rows)
    if (field.range && colour !== undefined) painted.fill(colour, ...field.range)
  return painted
}

/** The row of the smallest field that a byte is in. */
export function rowOfByte(rows: FieldRow[], offset: number): number | undefined {
  let found: number | undefined
  let size = Number.POSITIVE_INFINITY
  for (const [index, { field }] of rows.entries()) {
    const [start, end] = field.range ?? [0, 0]
    if (offset < start || offset >= end || end - start >= size) continue
    found = index
    size = end - start
  }
  return found
}
