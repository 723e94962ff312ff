// @ts-check
import { mergePatch } from "./merge-patch.mjs"

/**
 * What a recipe changes in an app beside adding the files in its folder: its `recipe.json`. It may name
 * files that the app doesn't need, edits of files, and a JSON Merge Patch for `package.json`.
 *
 * @typedef {{
 *   leaveOut?: string[]
 *   edits?: Record<string, [find: string, replace: string][]>
 *   "package.json"?: Record<string, unknown>
 * }} Recipe
 */

/**
 * Applies a recipe to the files of an app. JavaScript, because the build reads it too, in plugins/.
 *
 * @param {ReadonlyMap<string, string>} files The app's, by their paths.
 * @param {Recipe} recipe
 * @param {ReadonlyMap<string, string>} [added] The files of the recipe. They replace the app's.
 * @returns {Map<string, string>} The files of the app with the recipe.
 * @throws {Error} When what an edit looks for is not in its file exactly once.
 */
export function applyRecipe(files, recipe, added = new Map()) {
  const result = new Map([...files, ...added])
  for (const path of recipe.leaveOut ?? []) result.delete(path)
  for (const [path, edits] of Object.entries(recipe.edits ?? {}))
    result.set(
      path,
      edits.reduce((text, edit) => applyEdit(path, text, edit), result.get(path) ?? ""),
    )
  const patch = recipe["package.json"]
  if (patch) {
    const packageJson = mergePatch(JSON.parse(result.get("package.json") ?? "{}"), patch)
    result.set("package.json", `${JSON.stringify(packageJson, null, 2)}\n`)
  }
  return result
}

/**
 * Replaces a text that stands in a file once.
 *
 * @param {string} path For the message.
 * @param {string} text
 * @param {[find: string, replace: string]} edit
 * @throws {Error} When the text is not there exactly once.
 */
export function applyEdit(path, text, [find, replace]) {
  const parts = text.split(find)
  if (parts.length !== 2)
    throw new Error(`${path} has this ${parts.length - 1} times, instead of once: ${find}`)
  return parts.join(replace)
}
