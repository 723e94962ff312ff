// @ts-check
import { text } from "./markdown-nodes.mjs"

/**
 * What a reader does with marked code, as a sentence above it. On the page it's said by the block's look.
 *
 * @param {Readonly<Record<string, string>>} props The attributes that plugins/steps.mjs has set.
 * @returns {import("mdast").PhrasingContent[] | undefined} Nothing for code that is only explained.
 */
export function stepSentence(props) {
  const path = (/** @type {string} */ name) => code(props[name] ?? "")
  if ("data-command" in props)
    return [text("data-background" in props ? "Run, and leave it running:" : "Run:")]
  if ("data-file" in props) {
    const other = "data-file-if-taken"
    const orAs = [text(", or as "), path(other), text(" if you have that file")]
    return [text("Save as "), path("data-file"), ...(other in props ? orAs : []), text(":")]
  }
  if ("data-append" in props) return [text("Add at the end of "), path("data-append"), text(":")]
  if ("data-edit" in props) return [text("Change "), path("data-edit"), text(":")]
  if ("data-expect" in props) return [text("Output:")]
  return undefined
}

/**
 * @param {string} value
 * @returns {import("mdast").InlineCode}
 */
const code = (value) => ({ type: "inlineCode", value })
