// @ts-check
import { createCssVariablesTheme, createHighlighter } from "shiki"
import { codeClasses } from "./code-classes.mjs"
import { foldCode } from "./fold-code.mjs"

/** The languages of the pages' code. A page with another one fails the build. */
const languages = [
  "diff",
  "docker",
  "http",
  "js",
  "json",
  "nginx",
  "prisma",
  "sh",
  "sql",
  "ts",
  "tsx",
]

/** Its type wants a name, which it has: "css-variables". */
const theme = /** @type {import("shiki").ThemeRegistrationResolved} */ (createCssVariablesTheme())

/** How the pages' code is highlighted, for rehype-pretty-code. The colors are in components/theme/code.css. */
export const highlighting = {
  theme,
  transformers: [codeClasses, foldCode],
  onVisitLine,
  getHighlighter,
}

/**
 * Nextra writes a space into each empty line of code to give it a height, so readers would copy a text
 * that differs from the file. Here, the style sheet gives the line its height.
 *
 * @param {import("hast").Element} line
 */
function onVisitLine(line) {
  delete line.properties["data-line"]
}

/**
 * By default, Shiki stops highlighting a line after half a second, which the first line may take on a
 * busy machine. A page is compiled twice, for the server and for the browser, and both must be the
 * same, so there's no limit here.
 *
 * @param {import("shiki").BundledHighlighterOptions<string, string>} options
 */
async function getHighlighter(options) {
  const highlighter = await createHighlighter({ ...options, langs: languages })
  /** @type {typeof highlighter.codeToHtml} */
  const codeToHtml = (code, options) =>
    highlighter.codeToHtml(code, { ...options, tokenizeTimeLimit: 0 })
  return { ...highlighter, codeToHtml }
}
