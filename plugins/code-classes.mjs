// @ts-check
import { toString } from "hast-util-to-string"

/**
 * The token names of Shiki's `css-variables` theme, with their classes. All other tokens have the color
 * of the text. The colors are in components/theme/code.css.
 *
 * @type {Record<string, string>}
 */
const classes = {
  comment: "comment",
  keyword: "keyword",
  string: "string",
  "string-expression": "string",
  link: "string",
  constant: "constant",
  function: "function",
  parameter: "parameter",
  inserted: "inserted",
  deleted: "deleted",
  changed: "parameter",
}

/** What these name has letters or digits. Shiki also counts operators and brackets among them. */
const worded = new Set(["keyword", "constant", "function", "parameter"])

/** In SQL, `'…'` is a string, and these are around a name. */
const nameQuote = /["`]/

/**
 * A piece of a line in one color.
 *
 * @typedef {{ className: string | undefined, text: string }} Piece
 */

/**
 * A Shiki transformer that gives tokens a class instead of a `style`, and merges neighbors that have the
 * same color. Operators and punctuation have the color of the text, and so have the quoted names of SQL.
 *
 * @type {import("shiki").ShikiTransformer}
 */
export const codeClasses = {
  name: "code-classes",
  line(line) {
    const isSql = this.options.lang === "sql"
    /** @type {Piece[]} */
    const pieces = []
    for (const token of line.children) {
      const [, space = "", text = ""] = /^(\s*)([^]*)$/.exec(toString(token)) ?? []
      const before = (pieces.at(-1)?.text ?? "") + space
      add(pieces, { className: undefined, text: space })
      add(pieces, { className: classOf(token, text, isSql ? before : undefined), text })
    }
    line.children = pieces.map(({ className, text }) =>
      className
        ? {
            type: "element",
            tagName: "span",
            properties: { className: [className] },
            children: [{ type: "text", value: text }],
          }
        : { type: "text", value: text },
    )
  },
}

/**
 * Appends a piece, or joins it to the one of its color, if there's nothing but whitespace between them.
 *
 * @param {Piece[]} pieces
 * @param {Piece} piece
 */
function add(pieces, piece) {
  if (!piece.text) return
  const last = pieces.at(-1)
  const before = pieces.at(-2)
  if (last && last.className === piece.className) last.text += piece.text
  else if (last && before && before.className === piece.className && isSpace(last)) {
    before.text += last.text + piece.text
    pieces.pop()
  } else pieces.push(piece)
}

/** @param {Piece} piece */
const isSpace = ({ className, text }) => !className && !text.trim()

/**
 * @param {import("hast").ElementContent} token
 * @param {string} text
 * @param {string | undefined} sqlBefore In SQL, what's before it.
 * @returns {string | undefined} `undefined` if it has the color of the text.
 */
function classOf(token, text, sqlBefore) {
  if (token.type !== "element") return undefined
  const kind = /--shiki-token-([\w-]+)/.exec(String(token.properties.style))?.[1] ?? ""
  const className = classes[kind]
  if (className && worded.has(className) && !/[\p{L}\p{N}]/u.test(text)) return undefined
  if (sqlBefore !== undefined && className === "string" && nameQuote.test(text.charAt(0)))
    return undefined
  // The name of a table that is created is a function to Shiki.
  if (sqlBefore !== undefined && className === "function" && nameQuote.test(sqlBefore.slice(-1)))
    return undefined
  return className
}
