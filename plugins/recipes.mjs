// @ts-check
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { applyEdit } from "../demo/live/server/starter-zip/apply-recipe.mjs"

/** An empty fence that names a recipe and a file that it edits, on two lines. */
const recipeFence =
  /^([ \t]*)(`{3,})diff recipe="([\w-]+)" edit="([\w./-]+)"([^\n]*)\n[ \t]*\2[ \t]*$/gm

/** What is said of an extra, and is in its `recipe.json`. */
const recipeTag = /^<Recipe name="([\w-]+)" \/>$/gm

/**
 * Writes what `demo/recipes/<name>/recipe.json` says into a page:
 *
 * - a fence `diff recipe="<name>" edit="auth.ts"` becomes a diff for each change of that file, with the
 *   line above it. It applies to the starter's file and to the quick start's.
 * - `<Recipe name="<name>" />` becomes a list of what the extra buys and costs, when to delete it, and
 *   how many lines it has.
 *
 * @param {string} page    Path of the page, for messages.
 * @param {string} content The page's MDX.
 * @param {string} root    The top of the checkout.
 * @param {(file: string) => void} onRead Is told each file that is read, by its path from the top.
 * @returns {string} The page with its diffs.
 * @throws {Error} When there is no such recipe, it doesn't edit the file, or an edit doesn't apply.
 */
export function expandRecipes(page, content, root, onRead = () => {}) {
  const read = (/** @type {string} */ file) => {
    onRead(file)
    try {
      return readFileSync(join(root, file), "utf8")
    } catch {
      throw new Error(`${page}: there is no file ${file}.`)
    }
  }
  const recipeOf = (/** @type {string} */ name) =>
    JSON.parse(read(`demo/recipes/${name}/recipe.json`))
  return content
    .replace(recipeTag, (_all, name) => describe(name, recipeOf(name), root))
    .replace(recipeFence, (_all, indent, fence, name, path, rest) => {
      const edits = recipeOf(name).edits?.[path]
      if (!edits) throw new Error(`${page}: the recipe ${name} doesn't edit ${path}.`)
      // Of the schema, the starter's folder has a copy with all extras.
      const source =
        path === "prisma/schema.prisma" ? "prisma/sqlite/schema.prisma" : `demo/starter/${path}`
      return diffsOf(path, read(source), edits)
        .map((diff) => [`${fence}diff edit="${path}"${rest}`, ...diff, fence])
        .map((lines) => lines.map((line) => (line ? indent + line : line)).join("\n"))
        .join("\n\n")
    })
}

/**
 * The diff of each edit, as lines.
 *
 * @param {string} path
 * @param {string} text
 * @param {[find: string, replace: string][]} edits
 */
export function diffsOf(path, text, edits) {
  return edits.map((edit) => {
    const before = text.split("\n")
    text = applyEdit(path, text, edit)
    const after = text.split("\n")
    let start = 0
    while (before[start] === after[start]) start++
    let end = 0
    while (before.at(-1 - end) === after.at(-1 - end) && start + end < before.length) end++
    const removed = before.slice(start, before.length - end)
    // At the top of the file, only the line below says where an added line goes.
    const below = start === 0 && !removed.length ? before.slice(0, 1) : []
    return [
      ...contextAbove(before, start),
      ...removed.map((line) => `-${line}`),
      ...after.slice(start, after.length - end).map((line) => `+${line}`),
      ...below.map((line) => ` ${line}`),
    ]
  })
}

/**
 * The last line above that isn't empty, and the empty ones below it.
 *
 * @param {string[]} lines
 * @param {number} start
 */
function contextAbove(lines, start) {
  let first = start - 1
  while (first > 0 && !lines[first]) first--
  return lines.slice(Math.max(first, 0), start).map((line) => ` ${line}`)
}

/**
 * @param {string} name
 * @param {{ buys: string, costs: string, deleteWhen: string }} recipe
 * @param {string} root
 */
function describe(name, { buys, costs, deleteWhen }, root) {
  const folder = join(root, "demo/recipes", name)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (file) => file.isFile() && /\.tsx?$/.test(file.name),
  )
  const lines = files
    .flatMap((file) => readFileSync(join(file.parentPath, file.name), "utf8").split("\n"))
    .filter((line) => line.trim())
  return [
    `- **What you get.** ${buys}`,
    `- **What it costs.** ${costs} ${files.length > 1 ? `Its ${files.length} files have` : "Its file has"} ${lines.length} lines, not counting blank ones.`,
    `- **When to delete it.** When ${lowerFirst(deleteWhen)}`,
  ].join("\n")
}

/** @param {string} text */
const lowerFirst = (text) =>
  /^(Auth\.js|@)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
