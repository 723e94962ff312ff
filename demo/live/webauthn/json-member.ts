import { readBase64 } from "./base64"
import { DecodeError } from "./decode-error"
import { decodeInto, type About, type Field } from "./field"
import { jsonValue, showJson, type JsonItem } from "./json"

/** What a member of a JSON object should be, and what it means. */
export type MemberAbout = About & {
  type: JsonItem["type"] | "base64url"
  required?: boolean
  /** What its values mean, by value. */
  values?: Record<string, string>
  /** The members of the object that it is, or of the objects in it. */
  members?: MemberAbout[]
  /** What one item of the array means. */
  item?: (item: JsonItem) => string | undefined
}

/**
 * The members of a JSON object, in the order of the specification, those that are left out too.
 *
 * @throws {DecodeError} When it is no object.
 */
export function decodeMembers(item: JsonItem, abouts: MemberAbout[], fields: Field[]): void {
  if (item.type !== "object")
    throw new DecodeError(item.start, `Expected an object here, not ${showType(item)}.`)
  const members = new Map(item.members.map((member) => [member.key, member.item]))
  for (const about of abouts) {
    const found = members.get(about.name)
    fields.push(found ? memberField(about, found) : absentField(about, item))
    members.delete(about.name)
  }
  for (const [name, found] of members)
    fields.push({
      name,
      value: showJson(found),
      note: "The specification doesn't define this member here, and browsers ignore it.",
    })
}

/** A field of a member that is there. */
export function memberField(about: MemberAbout, item: JsonItem): Field {
  const field = { ...plain(about), value: showJson(item) }
  return decodeInto(
    field,
    (children) => {
      expectType(about, item)
      if (about.type === "base64url") field.value += ` (${bytesOf(item).length} bytes)`
      const meaning = about.values && new Map(Object.entries(about.values)).get(showJson(item))
      if (meaning) field.explanation = `${field.explanation ?? ""} ${meaning}`.trim()
      else if (about.values) Object.assign(field, { note: unknownValue(about, item) })
      if (item.type === "object" && about.members) {
        decodeMembers(item, about.members, children)
        Object.assign(field, { value: undefined })
      }
      if (item.type === "array" && item.items.length > 0) {
        decodeItems(about, item.items, children)
        if (children.length > 0) Object.assign(field, { value: undefined })
      }
    },
    "text",
  )
}

function decodeItems(about: MemberAbout, items: JsonItem[], children: Field[]): void {
  for (const [index, item] of items.entries()) {
    const child: Field = { name: `[${index}]`, value: showJson(item) }
    children.push(child)
    const { members } = about
    if (members) {
      delete child.value
      child.specification = about.specification
      decodeInto(child, (fields) => decodeMembers(item, members, fields), "text")
    }
    const explanation = about.item?.(item)
    if (explanation) child.explanation = explanation
  }
}

function absentField(about: MemberAbout, object: JsonItem): Field {
  const field: Field = { ...plain(about), absent: true }
  if (!about.required) return field
  const reason = `The member ${about.name} is required, but it's missing.`
  return { ...field, problem: { in: "text", offset: object.start, reason } }
}

const plain = ({ name, explanation, specification, default: initial }: MemberAbout): Field => ({
  name,
  ...(explanation && { explanation }),
  ...(specification && { specification }),
  ...(initial && { default: initial }),
})

function expectType(about: MemberAbout, item: JsonItem): void {
  const type = about.type === "base64url" ? "string" : about.type
  if (item.type !== type)
    throw new DecodeError(
      item.start,
      `${about.name} must be ${about.type === "base64url" ? "base64url in a string" : a(type)}, not ${showType(item)}.`,
    )
}

/**
 * The bytes of a string of base64url.
 *
 * @throws {DecodeError} With the offset in the JSON text of the character that is wrong.
 */
export function bytesOf(item: JsonItem): Uint8Array {
  if (item.type !== "string")
    throw new DecodeError(item.start, `Expected a base64url string here, not ${showType(item)}.`)
  try {
    return readBase64(item.value)
  } catch (error) {
    if (error instanceof DecodeError)
      throw new DecodeError(item.start + 1 + error.offset, error.reason)
    throw error
  }
}

const unknownValue = (about: MemberAbout, item: JsonItem) =>
  `${JSON.stringify(jsonValue(item))} isn't one of the values that the specification defines: ${Object.keys(about.values ?? {}).join(", ")}.`

const a = (type: string) => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`)
const showType = (item: JsonItem) => (item.type === "null" ? "null" : a(item.type))
