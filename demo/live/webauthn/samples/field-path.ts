import type { Field } from "../field"

/** The field at the end of a path of names, from the first list of fields. */
export function fieldAt(fields: Field[] | undefined, ...path: string[]): Field {
  let found: Field | undefined
  let inside = fields
  for (const name of path) {
    found = inside?.find((field) => field.name === name)
    if (!found) throw new Error(`${name} is not in ${inside?.map(({ name }) => name).join(", ")}`)
    inside = found.children
  }
  if (!found) throw new Error("An empty path")
  return found
}
