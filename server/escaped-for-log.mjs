// @ts-check

/** The most characters of one value in the log. */
const maxCharacters = 300

/**
 * Text that may come from a visitor, as one line of the log: what is not printable (line breaks, the
 * codes that move a terminal's cursor or turn the direction of writing) is escaped as in JavaScript,
 * and what is long is cut.
 *
 * @param {string} text
 */
export function escapedForLog(text) {
  const cut = text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text
  return cut.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    character === "\n" ? "\\n" : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}
