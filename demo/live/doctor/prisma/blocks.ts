import type { Place } from "../finding"
import type { SourceFile } from "../source-file"

/** A `datasource` or a `generator`, with its provider. */
export type Block = Place & { provider: string }

type Line = Place & { text: string }

/** The lines in the blocks of one kind. */
function linesIn(files: readonly SourceFile[], kind: string): Line[] {
  const start = new RegExp(String.raw`^\s*${kind}\s+\w+\s*\{`)
  return files.flatMap(({ path, text }) => {
    let isInside = false
    return text.split("\n").flatMap((line, index) => {
      if (start.test(line)) isInside = true
      else if (/^\s*\}/.test(line)) isInside = false
      else if (isInside) return [{ file: path, line: index + 1, text: line }]
      return []
    })
  })
}

/** The providers of all blocks of a kind. Prisma allows a plain string only. */
export const providersOf = (
  files: readonly SourceFile[],
  kind: "datasource" | "generator",
): Block[] =>
  linesIn(files, kind).flatMap(({ file, line, text }) => {
    const provider = /^\s*provider\s*=\s*"([^"]*)"/.exec(text)?.[1]
    return provider ? [{ file, line, provider }] : []
  })

const connectionUrl = /^\s*(url|directUrl|shadowDatabaseUrl)\s*=/

/**
 * Addresses in the data source. Prisma 7 calls a schema that has one invalid, and 6 one that has none, so
 * the parser of 7 gets the schema without them: `without`, with the same lines.
 */
export function findConnectionUrls(files: readonly SourceFile[]) {
  const urls = linesIn(files, "datasource").flatMap(({ file, line, text }) => {
    const name = connectionUrl.exec(text)?.[1]
    return name ? [{ file, line, name }] : []
  })
  const without = files.map(({ path, text }) => ({
    path,
    text: text
      .split("\n")
      .map((content, index) =>
        urls.some(({ file, line }) => file === path && line === index + 1)
          ? " ".repeat(content.length)
          : content,
      )
      .join("\n"),
  }))
  return { urls, without }
}
