import { DecodeError } from "./decode-error"

/** A value of JSON (RFC 8259), and where it is in the text. */
export type JsonItem = { start: number; end: number } & (
  | { type: "object"; members: JsonMember[] }
  | { type: "array"; items: JsonItem[] }
  | { type: "string"; value: string }
  | { type: "number"; value: number }
  | { type: "boolean"; value: boolean }
  | { type: "null"; value: null }
)

export type JsonMember = { key: string; start: number; end: number; item: JsonItem }

/** No data of WebAuthn is as deep, and the stack is not endless. */
const deepest = 32

/** Like `JSON.parse`, and tells where everything is, also what is wrong. */
class JsonText {
  offset = 0

  constructor(private readonly text: string) {}

  item(depth = 0): JsonItem {
    if (depth > deepest) throw this.wrong(`Nested more than ${deepest} levels deep.`)
    this.skipSpace()
    const start = this.offset
    const character = this.text[start]
    if (character === "{") return { type: "object", start, ...this.object(depth) }
    if (character === "[") return { type: "array", start, ...this.array(depth) }
    if (character === '"') {
      const value = this.string()
      return { type: "string", start, value, end: this.offset }
    }
    return this.word(start)
  }

  /** After the value there must be nothing. */
  finish(): void {
    this.skipSpace()
    if (this.offset < this.text.length) throw this.wrong("The JSON ends before this character.")
  }

  private object(depth: number) {
    const members: JsonMember[] = []
    const keys = new Set<string>()
    this.offset++
    for (this.skipSpace(); this.text[this.offset] !== "}"; this.skipSpace()) {
      if (members.length > 0) this.expect(",", "Expected a comma or } after a member.")
      this.skipSpace()
      const start = this.offset
      if (this.text[start] !== '"')
        throw this.wrong("Expected the name of a member here, in quotes.")
      const key = this.string()
      if (keys.has(key)) {
        this.offset = start
        throw this.wrong(`The member ${key} appears twice.`)
      }
      keys.add(key)
      this.skipSpace()
      this.expect(":", "Expected a colon after the name of a member.")
      const item = this.item(depth + 1)
      members.push({ key, start, end: item.end, item })
    }
    return { members, end: ++this.offset }
  }

  private array(depth: number) {
    const items: JsonItem[] = []
    this.offset++
    for (this.skipSpace(); this.text[this.offset] !== "]"; this.skipSpace()) {
      if (items.length > 0) this.expect(",", "Expected a comma or ] after an item.")
      items.push(this.item(depth + 1))
    }
    return { items, end: ++this.offset }
  }

  private string(): string {
    const pattern =
      /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*/y
    pattern.lastIndex = this.offset
    const raw = pattern.exec(this.text)?.[0] ?? ""
    const start = this.offset
    this.offset += raw.length
    const next = this.text[this.offset]
    if (next === undefined) throw this.wrong(`The string from character ${start} on doesn't end.`)
    if (next === "\\") throw this.wrong("A backslash that isn't followed by a JSON escape.")
    if (next !== '"') throw this.wrong("A control character must be escaped in a string.")
    this.offset++
    return JSON.parse(`${raw}"`) as string
  }

  private word(start: number): JsonItem {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
    pattern.lastIndex = start
    const word = pattern.exec(this.text)?.[0]
    if (!word) throw this.wrong("Expected a value here.")
    const end = (this.offset += word.length)
    if (word === "null") return { type: "null", start, end, value: null }
    if (word === "true" || word === "false")
      return { type: "boolean", start, end, value: word === "true" }
    return { type: "number", start, end, value: Number(word) }
  }

  private expect(character: string, reason: string): void {
    if (this.text[this.offset] !== character) throw this.wrong(reason)
    this.offset++
  }

  private skipSpace(): void {
    while (/[ \t\n\r]/.test(this.text[this.offset] ?? "")) this.offset++
  }

  private wrong(reason: string): DecodeError {
    return this.offset < this.text.length
      ? new DecodeError(this.offset, reason)
      : new DecodeError(this.offset, `The JSON ends too early. ${reason}`)
  }
}

/**
 * Reads a text of JSON.
 *
 * @throws {DecodeError} With the offset of the character that is wrong.
 */
export function readJson(text: string): JsonItem {
  const reader = new JsonText(text)
  const item = reader.item()
  reader.finish()
  return item
}

/** The value of a member, where the item is an object and has it. */
export function memberOf(item: JsonItem | undefined, key: string): JsonItem | undefined {
  if (item?.type !== "object") return undefined
  return item.members.find((member) => member.key === key)?.item
}

/** An item as one line: strings as they are, all else as JSON. */
export function showJson(item: JsonItem): string {
  if (item.type === "string") return item.value
  return JSON.stringify(jsonValue(item), null, isFlat(item) ? undefined : 2)
}

/** The value that `JSON.parse` gives. */
export function jsonValue(item: JsonItem): unknown {
  if (item.type === "array") return item.items.map(jsonValue)
  if (item.type !== "object") return item.value
  return Object.fromEntries(item.members.map(({ key, item }) => [key, jsonValue(item)]))
}

const isFlat = (item: JsonItem) =>
  item.type !== "object" ||
  item.members.every(({ item }) => !["object", "array"].includes(item.type))
