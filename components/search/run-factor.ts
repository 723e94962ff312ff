import type { IndexedVariant, WeightOf } from "./search-index"

/**
 * Words that stand together as in the query say more than the same words apart: an error message is
 * found by its fixed part, although the rest of it varies.
 *
 * @param terms The words of the query, in order. One that stands for a reader's word may be several.
 * @param weightOf How much a word says.
 * @param said How much of a message the query has: what `messageShare` returns.
 * @returns What to multiply a score by: from 1 to 7, which is a whole message on the page of its error.
 */
export function runFactor(
  { words: text }: IndexedVariant,
  terms: string[],
  weightOf: WeightOf,
  said: number,
): number {
  const inHeading = terms.filter((term) => text.heading.includes(` ${term} `))
  const isHeading =
    inHeading.length === terms.length && wordsIn(text.heading).size <= wordsIn(terms.join(" ")).size
  if (isHeading) return 6
  if (terms.length < 2) return inHeading.length ? 1.5 : 1
  const weights = terms.map((term) => sumOf(term.split(" ").map(weightOf)))
  const run = Math.max(
    heaviestRun(text.messages, terms, weights) * (1 + said),
    heaviestRun(text.heading, terms, weights) * 1.2,
    heaviestRun(text.description, terms, weights),
    heaviestRun(text.prose, terms, weights),
    heaviestRun(text.code, terms, weights) * 0.7,
  )
  return 1 + (3 * run) / sumOf(weights)
}

const wordsIn = (text: string) => new Set(text.trim().split(" "))

const sumOf = (weights: number[]) => weights.reduce((sum, weight) => sum + weight, 0)

/** The words in a row that say the most, of those that are in the text in the same order: at least two. */
function heaviestRun(text: string, words: string[], weights: number[]): number {
  let heaviest = 0
  for (let start = 0; start + 1 < words.length; start++) {
    let end = start + 1
    while (end < words.length && text.includes(` ${words.slice(start, end + 1).join(" ")} `)) end++
    if (end > start + 1) heaviest = Math.max(heaviest, sumOf(weights.slice(start, end)))
  }
  return heaviest
}
