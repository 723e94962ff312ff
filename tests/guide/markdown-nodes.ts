import type { Code, Link, Nodes } from "mdast"
import { toString } from "mdast-util-to-string"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import { unified } from "unified"

const parser = unified().use(remarkParse).use(remarkGfm)

const parsed = new Map<string, Nodes[]>()

/** Every node of a Markdown text, an outer one before those in it. */
export function nodesOf(markdown: string): Nodes[] {
  const known = parsed.get(markdown)
  if (known) return known
  const all: Nodes[] = [parser.parse(markdown)]
  parsed.set(markdown, all)
  for (const node of all) if ("children" in node) all.push(...node.children)
  return all
}

/** Its blocks of code. */
export const codeOf = (markdown: string): Code[] =>
  nodesOf(markdown).filter((node) => node.type === "code")

/** Where its links lead. */
export const linksOf = (markdown: string): string[] =>
  nodesOf(markdown)
    .filter((node): node is Link => node.type === "link")
    .map(({ url }) => url)

/** Its text alone, as `comparable` writes it. */
export const plainText = (markdown: string): string => comparable(toString(parser.parse(markdown)))

/** A text without whitespace, and with the quotes and dots that are on every keyboard. */
export const comparable = (text: string): string =>
  text
    .replace(/\s+/g, "")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll("…", "...")
    .replace(/[–—]/g, "--")
