import { DecodeError } from "./decode-error"
import type { Reference } from "./specification"

/** From its first byte to the one after its last. */
export type ByteRange = readonly [start: number, end: number]

/** What is wrong, and with which byte (or, in what was pasted as text, with which character). */
export type Problem = { in: "bytes" | "text"; offset: number; reason: string }

/** One thing that was decoded: a flag, a counter, a member of the options, a whole structure. */
export type Field = {
  /** The specification's name of it. */
  name: string
  /** What it says, in one line or several. Absent where its children say it. */
  value?: string
  explanation?: string
  specification?: Reference
  /** The bytes of its own that its children's ranges count from. Begins a grid of its own. */
  bytes?: Uint8Array
  /** Its place in the bytes of the nearest field around it that has some. */
  range?: ByteRange
  /** What holds when it is left out. */
  default?: string
  /** Whether it was left out. */
  absent?: boolean
  /** Something about this value that is unusual, and not wrong enough to stop at. */
  note?: string
  problem?: Problem
  children?: Field[]
}

/** The parts of a field that are the same whatever was pasted. */
export type About = Pick<Field, "name" | "explanation" | "specification" | "default">

/**
 * Decodes what is inside a field. What is wrong inside becomes the field's problem, and what was
 * decoded before it stays.
 */
export function decodeInto(
  field: Field,
  decode: (children: Field[], field: Field) => void,
  problemIn: Problem["in"] = "bytes",
): Field {
  field.children ??= []
  try {
    decode(field.children, field)
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    field.problem = { in: problemIn, offset: error.offset, reason: error.reason }
  }
  return field
}

/** All problems in a tree, each with the field that has it, in reading order. */
export function problemsOf(fields: Field[]): { field: Field; problem: Problem }[] {
  return fields.flatMap((field) => [
    ...(field.problem ? [{ field, problem: field.problem }] : []),
    ...problemsOf(field.children ?? []),
  ])
}
