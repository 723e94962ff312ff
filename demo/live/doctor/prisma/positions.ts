import type { Place } from "../finding"
import type { SourceFile } from "../source-file"

/** Where models and fields stand: `Account`, `Account.userId`. Prisma's parser doesn't say it. */
export type Positions = ReadonlyMap<string, Place>

const start = /^\s*(model|view|type|enum|datasource|generator)\s+(\w+)\s*\{/
const member = /^\s*(\w+)\s/

/**
 * Finds them line by line: in a schema that Prisma has read, a block begins at the start of a line, and
 * each field is on a line of its own.
 */
export function positionsIn(files: readonly SourceFile[]): Positions {
  const positions = new Map<string, Place>()
  for (const { path, text } of files) {
    let block: string | undefined
    text.split("\n").forEach((line, index) => {
      const place = { file: path, line: index + 1 }
      const [, kind, name] = start.exec(line) ?? []
      if (kind) {
        block = kind === "model" ? name : undefined
        if (block) positions.set(block, place)
      } else if (/^\s*\}/.test(line)) block = undefined
      else if (block) {
        const field = member.exec(`${line} `)?.[1]
        if (field) positions.set(`${block}.${field}`, place)
      }
    })
  }
  return positions
}
