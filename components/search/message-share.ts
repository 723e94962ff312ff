import type { IndexedVariant } from "./search-index"
import { commonWords } from "./words"

/** A word such as "the" says less about a message. */
const weightOf = (word: string) => (commonWords.has(word) ? 0.25 : 1)

/**
 * How much of a message a query has, if the section has messages: from 0 to 1, which is every word of
 * one. It's the same whatever else somebody pastes: a line of the log, or their own values where the
 * message varies.
 *
 * @param terms What the query matches, as entries of the index, also with a typo.
 */
export function messageShare({ messageWords }: IndexedVariant, terms: ReadonlySet<string>): number {
  const shares = messageWords.map((words) => {
    const weight = (some: string[]) => some.reduce((sum, word) => sum + weightOf(word), 0)
    return weight(words.filter((word) => terms.has(word))) / weight(words)
  })
  return Math.max(0, ...shares)
}

/**
 * The page of an error is what somebody looks for who pastes its message. Who looks for anything else is
 * better served by the pages that teach it.
 *
 * @param share What `messageShare` returns.
 * @returns What to multiply a score by: from 0.35 to 9.
 */
export const messageFactor = ({ isOfError }: IndexedVariant, share: number): number =>
  isOfError ? 0.35 + 8.65 * share ** 4 : 1
