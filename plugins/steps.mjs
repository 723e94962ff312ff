// @ts-check
import { anyOf, choicesAround } from "./choices-around.mjs"

/**
 * A fence, with the words after its language. It runs after `quote()`, so the code is in it, and the
 * path in the reader's app is in `filename`.
 */
const anyFence = /^([ \t]*)(`{3,})(\w+)([^\n]*)\n([^]*?)^\1\2[ \t]*$/gm

/** Where a page wants the list of the files that its steps create or change. */
const filesPlaceholder = /^<Files \/>$/m

/**
 * Marks the code in a page's steps, for people by its look and for tests/reader/ by an attribute.
 *
 * - `save` on a fence that quotes a whole file: the reader saves it under its name. `data-file`
 * - `edit="package.json"` on a diff: the reader changes a file. `data-edit`
 * - `run` on commands: the reader runs them. `data-command`, and `data-background` where `background`
 *   says that the last one keeps running. `writes=".env dev.db"` names what it creates or changes.
 * - `expect` on what the command before it prints; `…` stands for what varies. `data-expect`
 * - `explained` on code that the reader only reads. `data-explained`
 *
 * `<Files />` becomes the list of every file that the page's steps name. A file that only some
 * readers save, because the step is in a `<Choice>`, is only in their list.
 *
 * @param {string} page    Path of the page, for messages.
 * @param {string} content The page's MDX, with its quoted code.
 * @returns {string} The page, each marked fence in an element of its own.
 * @throws {Error} When a page with steps has code that is not marked.
 */
export function markSteps(page, content) {
  /** @type {Map<string, import("./choices-around.mjs").Condition[]>} */
  const files = new Map()
  let hasSteps = false
  /** @type {string[]} */
  const unmarked = []
  const marked = content.replace(
    anyFence,
    (
      fence,
      indent,
      ticks,
      language,
      /** @type {string} */ meta,
      body,
      /** @type {number} */ at,
    ) => {
      const mark = markOf(meta)
      if (!mark) {
        unmarked.push(body.split("\n")[0] ?? "")
        return fence
      }
      if (mark.attribute !== "data-explained") hasSteps = true
      const place = choicesAround(content.slice(0, at))
      for (const file of mark.value ? [mark.value, ...mark.writes] : mark.writes)
        files.set(file, [...(files.get(file) ?? []), place])
      const background = mark.background ? ' data-background=""' : ""
      return [
        `${indent}<div ${mark.attribute}="${mark.value}"${background}>`,
        "",
        `${indent}${ticks}${language} ${mark.meta}`.trimEnd(),
        `${body}${indent}${ticks}`,
        "",
        `${indent}</div>`,
      ].join("\n")
    },
  )
  if (hasSteps && unmarked.length)
    throw new Error(
      `${page} has steps, and code that is neither a step nor explained: ${unmarked[0]}`,
    )
  return marked.replace(filesPlaceholder, () => listOf(files))
}

/** @param {string} meta */
function markOf(meta) {
  const words = meta.replace(/"[^"]*"/g, '""').split(/\s+/)
  const attribute = (/** @type {string} */ name) =>
    new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(meta)?.[1]
  const edited = attribute("edit")
  const rest = meta
    .replace(/\s(?:edit|writes)="[^"]*"/g, "")
    .replace(/\s(?:save|run|background|expect|explained)(?=\s|$)/g, "")
    .trim()
  const common = { writes: attribute("writes")?.split(" ") ?? [], background: false, meta: rest }
  if (words.includes("save"))
    return { ...common, attribute: "data-file", value: attribute("filename") ?? "" }
  if (edited !== undefined)
    return {
      ...common,
      attribute: "data-edit",
      value: edited,
      // What a diff's copy button copies cannot be pasted into the file.
      meta: `filename="${edited}" copy=false ${rest}`,
    }
  if (words.includes("run"))
    return {
      ...common,
      attribute: "data-command",
      value: "",
      background: words.includes("background"),
    }
  if (words.includes("expect"))
    return { ...common, attribute: "data-expect", value: "", meta: `copy=false ${rest}` }
  if (words.includes("explained")) return { ...common, attribute: "data-explained", value: "" }
  return undefined
}

/** @param {Map<string, import("./choices-around.mjs").Condition[]>} files */
function listOf(files) {
  const paths = [...files.keys()].sort()
  return [
    '<ul data-files="" className="files">',
    // As an expression: in text, `...` would become an ellipsis.
    ...paths.map(
      (path) => `<li${shownTo(files.get(path) ?? [])}><code>{${JSON.stringify(path)}}</code></li>`,
    ),
    "</ul>",
  ].join("\n")
}

/**
 * The attributes that show an item only to readers who chose so: those of components/choice.tsx.
 *
 * @param {import("./choices-around.mjs").Condition[]} places Where the page names the file.
 */
function shownTo(places) {
  const attributes = Object.entries(anyOf(places)).map(
    ([name, values]) =>
      ` data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${values.join(" ")}"`,
  )
  return attributes.length ? ` className="choice"${attributes.join("")}` : ""
}
