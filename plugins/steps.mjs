// @ts-check
import { choiceOptions } from "../components/choice-options.mjs"

/** @type {Record<string, { options: Record<string, string> }>} */
const choices = choiceOptions

/**
 * What a reader must have chosen to see a step: for each choice, the values that show it.
 *
 * @typedef {Map<string, Set<string>>} Conditions
 */

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
 * - `save` on a fence that quotes a whole file: the reader saves it under its name. `data-file`.
 *   `save or="app/settings/page.tsx"`: and under that name, if they have a file there already.
 * - `append` on a fence that quotes a part of a file: the reader adds it at the file's end. `data-append`
 * - `edit="package.json"` on a diff: the reader changes a file. `data-edit`
 * - `run` on commands: the reader runs them. `data-command`, and `data-background` where `background`
 *   says that the last one keeps running. `writes=".env dev.db"` names what it creates or changes.
 * - `expect` on what the command before it prints; `…` stands for what varies. `data-expect`
 * - `explained` on code that the reader only reads. `data-explained`
 *
 * `<Files />` becomes the list of every file that the page names. A file whose steps are all for some
 * databases only is listed for those.
 *
 * @param {string} page    Path of the page, for messages.
 * @param {string} content The page's MDX, with its quoted code.
 * @returns {string} The page, each marked fence in an element of its own.
 * @throws {Error} When a page with steps has code that is not marked.
 */
export function markSteps(page, content) {
  /** @type {Map<string, Conditions[]>} */
  const files = new Map()
  let hasSteps = false
  /** @type {string[]} */
  const unmarked = []
  const marked = content.replace(
    anyFence,
    (fence, indent, ticks, language, /** @type {string} */ meta, body, offset) => {
      const mark = markOf(meta)
      if (!mark) {
        unmarked.push(body.split("\n")[0] ?? "")
        return fence
      }
      if (mark.attribute !== "data-explained") hasSteps = true
      const conditions = conditionsAt(content.slice(0, offset))
      for (const file of [mark.value, ...mark.writes].filter(Boolean))
        files.set(file, [...(files.get(file) ?? []), conditions])
      const background = mark.background ? ' data-background=""' : ""
      const ifTaken = mark.ifTaken ? ` data-file-if-taken="${mark.ifTaken}"` : ""
      return [
        `${indent}<div ${mark.attribute}="${mark.value}"${background}${ifTaken}>`,
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
    .replace(/\s(?:edit|writes|or)="[^"]*"/g, "")
    .replace(/\s(?:save|append|run|background|expect|explained)(?=\s|$)/g, "")
    .trim()
  const common = {
    writes: attribute("writes")?.split(" ") ?? [],
    background: false,
    ifTaken: attribute("or"),
    meta: rest,
  }
  if (words.includes("save"))
    return { ...common, attribute: "data-file", value: attribute("filename") ?? "" }
  if (words.includes("append"))
    return { ...common, attribute: "data-append", value: attribute("filename") ?? "" }
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

/**
 * What the open `<Choice>` elements ask for where a text ends.
 *
 * @param {string} before
 * @returns {Conditions}
 */
function conditionsAt(before) {
  /** @type {string[]} */
  const open = []
  for (const [tag, props] of before.matchAll(/<Choice\s([^>]*)>|<\/Choice>/g))
    if (tag === "</Choice>") open.pop()
    else open.push(props ?? "")
  /** @type {Conditions} */
  const conditions = new Map()
  for (const props of open)
    for (const [, prop = "", text = ""] of props.matchAll(/(\w+)="([^"]*)"/g)) {
      const values = text.split(" ")
      const isExcept = prop === "except"
      const name = isExcept ? choiceOf(values[0] ?? "") : prop
      const all = Object.keys(choices[name]?.options ?? {})
      const wanted = all.filter((value) => values.includes(value) !== isExcept)
      const outer = conditions.get(name)
      conditions.set(name, new Set(wanted.filter((value) => outer?.has(value) ?? true)))
    }
  return conditions
}

/** @param {string} value */
const choiceOf = (value) =>
  Object.keys(choices).find((name) => value in (choices[name]?.options ?? {})) ?? ""

/** @param {Map<string, Conditions[]>} files */
function listOf(files) {
  return [
    '<ul data-files="" className="files">',
    ...[...files]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([path, steps]) => {
        // As an expression: in text, `...` would become an ellipsis.
        const code = `<code>{${JSON.stringify(path)}}</code>`
        const wanted = wantedFor(steps)
        return wanted ? `<Choice as="li"${wanted}>${code}</Choice>` : `<li>${code}</li>`
      }),
    "</ul>",
  ].join("\n")
}

/**
 * The choices that show at least one of a file's steps, as props of `<Choice>`.
 *
 * @param {Conditions[]} steps
 */
function wantedFor(steps) {
  return Object.entries(choices)
    .map(([name, { options }]) => {
      const all = Object.keys(options)
      const wanted = all.filter((value) => steps.some((step) => step.get(name)?.has(value) ?? true))
      return wanted.length < all.length ? ` ${name}="${wanted.join(" ")}"` : ""
    })
    .join("")
}
