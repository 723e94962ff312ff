// @ts-check
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"

/**
 * An opening fence that names a file, and its closing fence on the next line:
 * ```ts file="demo/starter/auth.ts#handlers" highlight="Passkey"
 */
const quotingFence =
  /^([ \t]*)(`{3,})(\w+)([^\n]*?)[ \t]+file="([^"\n]*)"([^\n]*)\n([^]*?)^\1\2[ \t]*$/gm

/**
 * @typedef {object} Quotation
 * @property {string} file   Path of the quoted file, from the top of the checkout.
 * @property {string} region Name of the quoted declaration; empty for the whole file.
 * @property {string} text   What is quoted, byte for byte, without the last line's end.
 */

/**
 * Puts the code that a page's fences name into them. A page never repeats code by hand: it says
 * `file="…"`, or `file="…#name"` for one top-level declaration with its comment.
 *
 * The code gets the name that the file has in the reader's app, or the one that `filename="…"` says.
 *
 * `highlight="…"` marks the lines that contain a text (several are separated by `|`), so that the
 * mark stays where it belongs when the file changes.
 *
 * @param {string} page    Path of the page, for messages.
 * @param {string} content The page's MDX.
 * @param {string} root    The top of the checkout.
 * @returns {{ content: string, quotations: Quotation[] }} The page with its code, and what was quoted.
 * @throws {Error} When a file, a region or a highlighted text is missing: the message names the page,
 *   the file and the region.
 */
export function quote(page, content, root) {
  /** @type {Quotation[]} */
  const quotations = []
  const quoted = content.replace(
    quotingFence,
    (_all, indent, fence, language, before, reference, after, body) => {
      const quotation = resolve(page, reference, root)
      if (body.trim())
        throw new Error(
          `${page}: the fence that quotes ${reference} has code of its own. Empty it.`,
        )
      quotations.push(quotation)
      const meta = `${before}${highlight(page, reference, quotation.text, after)}`.trim()
      const lines = quotation.text.split("\n").map((line) => (line ? indent + line : line))
      const filename = /\sfilename="/.test(` ${meta}`)
        ? ""
        : ` filename="${readerPath(quotation.file)}"`
      const opening = `${indent}${fence}${language}${filename} ${meta}`
      return [opening.trimEnd(), ...lines, indent + fence].join("\n")
    },
  )
  return { content: quoted, quotations }
}

/**
 * Where the reader has a file of the starter in their own app.
 *
 * @param {string} file Path from the top of the checkout.
 */
export function readerPath(file) {
  return file
    .replace(/^demo\/(?:starter|recipes\/[^/]+)\//, "")
    .replace(/^(?:prisma\/[^/]+\/migrations|migrations\/[^/]+)\//, "prisma/migrations/")
    .replace(/^prisma\/(?!migrations)[^/]+\//, "prisma/")
    .replace(/^\.env\.example$/, ".env")
}

/**
 * @param {string} page
 * @param {string} reference
 * @param {string} root
 * @returns {Quotation}
 */
function resolve(page, reference, root) {
  const [file = "", region = ""] = reference.split("#")
  const path = join(root, file)
  if (
    !/^(demo\/(starter|recipes)|prisma)\//.test(file) ||
    file.split("/").includes("..") ||
    !existsSync(path)
  )
    throw new Error(
      `${page}: there is no file ${file} to quote. Name a file in demo/starter/, demo/recipes/ or prisma/, from the top of the checkout.`,
    )
  const source = readFileSync(path, "utf8")
  if (!region) return { file, region, text: source.replace(/\n$/, "") }
  const regions = regionsOf(path, source)
  const text = regions.get(region)
  if (text === undefined)
    throw new Error(
      `${page}: ${file} has no region ${region}. It has: ${[...regions.keys()].join(", ")}.`,
    )
  return { file, region, text }
}

/**
 * @param {string} path
 * @param {string} source
 */
function regionsOf(path, source) {
  if (path.endsWith(".prisma")) return prismaBlocks(source)
  if (path.endsWith(".env.example")) return environmentVariables(source)
  return declarations(path, source)
}

/**
 * The top-level declarations of a TypeScript file, each with the comment above it.
 *
 * @param {string} path
 * @param {string} source
 */
function declarations(path, source) {
  /** @type {Map<string, string>} */
  const regions = new Map()
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  for (const statement of file.statements) {
    const [comment] = ts.getJSDocCommentsAndTags(statement)
    const text = source.slice(comment?.getStart() ?? statement.getStart(), statement.getEnd())
    for (const name of namesOf(statement)) regions.set(name, text)
  }
  return regions
}

/**
 * @param {import("typescript").Statement} statement
 * @returns {string[]}
 */
function namesOf(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name)
        ? [name.text]
        : name.elements.flatMap((element) =>
            ts.isBindingElement(element) && ts.isIdentifier(element.name)
              ? [element.name.text]
              : [],
          ),
    )
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement)
  )
    return statement.name ? [statement.name.text] : ["default"]
  return []
}

/** @param {string} source */
function prismaBlocks(source) {
  const blocks = source.matchAll(/^(?:model|datasource|generator) (\w+) \{[^]*?^\}/gm)
  return new Map(Array.from(blocks, (block) => [block[1] ?? "", block[0]]))
}

/**
 * The lines of an environment file, each with the comment above it.
 *
 * @param {string} source
 */
function environmentVariables(source) {
  const lines = source.matchAll(/^(?:#.*\n)*(\w+)=.*$/gm)
  return new Map(Array.from(lines, (line) => [line[1] ?? "", line[0]]))
}

/**
 * @param {string} page
 * @param {string} reference
 * @param {string} text
 * @param {string} meta
 */
function highlight(page, reference, text, meta) {
  return meta.replace(/\s*highlight="([^"]*)"/, (_all, /** @type {string} */ wanted) => {
    const lines = text.split("\n")
    const numbers = wanted.split("|").flatMap((part) => {
      const found = lines.flatMap((line, index) => (line.includes(part) ? [index + 1] : []))
      if (!found.length)
        throw new Error(`${page}: ${reference} has no line with ${part} to highlight.`)
      return found
    })
    return ` {${[...new Set(numbers)].sort((a, b) => a - b).join(",")}}`
  })
}
