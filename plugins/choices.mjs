// @ts-check
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { choiceOptions } from "../components/choice-options.mjs"
import { lockFiles, translateCommand } from "../components/package-manager-commands.mjs"

/** @type {Record<string, { options: Record<string, string> }>} */
const choices = choiceOptions

/** A fence whose meta says `per="database"`, and one in a shell's language. */
const variedFence = /^([ \t]*)(`{3,})(\w+)([^\n]*?)[ \t]+per="(\w+)"([^\n]*)\n([^]*?)^\1\2[ \t]*$/gm

/**
 * Writes a fence once for each option of a choice, each in a `<Choice>` that shows it to readers who
 * chose so.
 *
 * - `per="database"` on a quoting fence: `{database}` in the file's path is the option, and a file of
 *   the starter is taken from `demo/recipes/<option>/` where the option has one of its own there.
 * - `per="packageManager"` on a fence of npm commands: they are translated, and so is
 *   `package-lock.json` among the files that they write. The block has a tab for each manager.
 * - `except="mongodb"` beside either leaves options out, separated by spaces: the page then has a
 *   `<Choice>` of its own for them.
 *
 * So a further option needs no change in a page. Databases whose files are the same to the letter share
 * a `<Choice>`.
 *
 * @param {string} page    Path of the page, for messages.
 * @param {string} content The page's MDX.
 * @param {string} root    The top of the checkout.
 * @param {(file: string) => void} onRead Is told each file that is read, by its path from the top.
 * @throws {Error} When there is no such choice.
 */
export function expandChoices(page, content, root, onRead = () => {}) {
  return content.replace(
    variedFence,
    (_all, indent, fence, language, before, name, after, /** @type {string} */ body) => {
      const options = choices[name]?.options
      if (!options)
        throw new Error(
          `${page}: there is no choice ${name}. There are: ${Object.keys(choices).join(", ")}.`,
        )
      const [, except = ""] = /\sexcept="([^"]*)"/.exec(after) ?? []
      const unknown = except.split(" ").filter((value) => value && !(value in options))
      if (unknown.length)
        throw new Error(`${page}: the choice ${name} has no ${unknown.join(", ")}.`)
      const values = Object.keys(options).filter((value) => !except.split(" ").includes(value))
      /** @type {Map<string, { values: string[], fence: string }>} By what it shows. */
      const variants = new Map()
      for (const value of values) {
        const meta = `${before}${after.replace(/\sexcept="[^"]*"/, "")}`.replace(
          /file="([^"#]*)/,
          (_file, path) => `file="${recipeOf(path.replaceAll(`{${name}}`, value), value, root)}`,
        )
        const isManager = name === "packageManager"
        const code = isManager ? translate(body, value, indent) : body
        const lockFile = isManager ? lockFiles[/** @type {keyof lockFiles} */ (value)] : ""
        const text = [
          `${indent}${fence}${language}${isManager ? meta.replace(lockFiles.npm, lockFile) : meta}`,
          `${code}${indent}${fence}`,
        ].join("\n")
        // Each package manager has a tab of its own.
        const key = isManager ? value : withFiles(text, root, onRead)
        const variant = variants.get(key)
        if (variant) variant.values.push(value)
        else variants.set(key, { values: [value], fence: text })
      }
      const all = [...variants.values()]
        .map(({ values, fence }) => {
          const options = values.join(" ")
          return `${indent}<Choice ${name}="${options}">\n\n${fence}\n\n${indent}</Choice>`
        })
        .join("\n\n")
      if (name !== "packageManager") return all
      return `${indent}<ChoiceTabs name="${name}">\n\n${all}\n\n${indent}</ChoiceTabs>`
    },
  )
}

/**
 * The choices that change something in a page.
 *
 * @param {string} content The page's MDX, with its fences expanded.
 */
export function choicesIn(content) {
  const tags = [...content.matchAll(/<Choice\s([^>]*)>/g)].map(([, props = ""]) => props)
  return Object.entries(choices)
    .filter(([name, { options }]) =>
      tags.some((props) => {
        const [, excepted = ""] = /\bexcept="(\S+?)[\s"]/.exec(props) ?? []
        return props.includes(`${name}="`) || excepted in options
      }),
    )
    .map(([name]) => name)
}

/**
 * Names a page's choices in its front matter, from which the page gets its chooser.
 *
 * @param {string} content The page's MDX, with its fences expanded.
 */
export function nameChoices(content) {
  const names = choicesIn(content)
  return names.length ? content.replace(/^---\n/, `---\nchoices: [${names.join(", ")}]\n`) : content
}

/**
 * What a fence shows: its text, with the content of the file in place of its path.
 *
 * @param {string} fence
 * @param {string} root
 * @param {(file: string) => void} onRead
 */
const withFiles = (fence, root, onRead) =>
  fence.replace(/(?<=\sfile=")[^"#\n]*/, (file) => {
    onRead(file)
    // That it doesn't exist is what quote.mjs says.
    return existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : file
  })

/**
 * @param {string} path
 * @param {string} value
 * @param {string} root
 */
function recipeOf(path, value, root) {
  const recipe = path.replace(/^demo\/starter\//, `demo/recipes/${value}/`)
  return existsSync(join(root, recipe)) ? recipe : path
}

/**
 * @param {string} body
 * @param {string} value
 * @param {string} indent
 */
function translate(body, value, indent) {
  const commands = body.split("\n").map((line) => line.slice(indent.length))
  return commands
    .map((line) => translateCommand(line, value))
    .map((line) => line && indent + line)
    .join("\n")
}
