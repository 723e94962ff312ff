import type { IndexedVariant } from "./search-index"

/**
 * Words that stand together as in the query say more than the same words apart: an error message is
 * found by its fixed part, although the rest of it varies.
 *
 * @param words The words of the query, in order.
 * @param said How much of a message the query has: what `messageShare` returns.
 * @returns What to multiply a score by: from 1 to 7, which is a whole message on the page of its error.
 */
export function runFactor({ words: text }: IndexedVariant, words: string[], said: number): number {
  const inHeading = new Set(text.heading.trim().split(" "))
  const shared = words.filter((word) => inHeading.has(word)).length
  if (shared === words.length && inHeading.size <= shared) return 6
  if (words.length < 2) return shared ? 1.5 : 1
  const run = Math.max(
    longestRun(text.messages, words) * (1 + said),
    longestRun(text.heading, words) * 1.2,
    longestRun(text.prose, words),
    longestRun(text.code, words) * 0.7,
  )
  return 1 + (3 * run) / words.length
}

/** The most words in a row that are in the text in the same order: 0, or at least 2. */
function longestRun(text: string, words: string[]): number {
  let longest = 1
  for (let start = 0; start + longest < words.length; start++) {
    while (
      start + longest < words.length &&
      text.includes(` ${words.slice(start, start + longest + 1).join(" ")} `)
    )
      longest++
  }
  return longest === 1 ? 0 : longest
}
