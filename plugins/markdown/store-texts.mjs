// @ts-check

/** Between two chunks. */
const separator = "\n\n"

/**
 * Stores texts of which most parts are the same: each paragraph once.
 *
 * @param {string[]} texts
 * @returns {{ chunks: string[], stored: number[][] }} For each text, which of the chunks it consists of,
 *   in order, with an empty line between two.
 */
export function storeTexts(texts) {
  /** @type {Map<string, number>} */
  const indexes = new Map()
  const stored = texts.map((text) =>
    text.split(separator).map((chunk) => {
      const index = indexes.get(chunk) ?? indexes.size
      indexes.set(chunk, index)
      return index
    }),
  )
  return { chunks: [...indexes.keys()], stored }
}
