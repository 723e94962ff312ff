// @ts-check
import { createCssVariablesTheme, createHighlighter } from "shiki"
import { codeClasses } from "./code-classes.mjs"

/** What the pages' code is written in. One that is not here fails the build. */
const languages = ["diff", "http", "js", "json", "prisma", "sh", "sql", "ts", "tsx"]

/** Its type wants a name, which it has: "css-variables". */
const theme = /** @type {import("shiki").ThemeRegistrationResolved} */ (createCssVariablesTheme())

/** How the pages' code is highlighted, for rehype-pretty-code. The colours are in the style sheet. */
export const highlighting = {
  theme,
  transformers: [codeClasses],
  onVisitLine,
  getHighlighter,
}

/**
 * Nextra writes a space into each empty line of code, to give it a height: readers would copy a
 * text that is not the file's. Here the style sheet gives it the height.
 *
 * @param {import("hast").Element} line
 */
function onVisitLine(line) {
  delete line.properties["data-line"]
}

/**
 * Shiki gives up on a line of code after half a second, which the first line may need on a busy
 * machine. A page is compiled twice, for the server and for the browser: where only one of them gave
 * up, React finds another page than it was given. Here no line is given up.
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
