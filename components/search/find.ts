import type { SearchResult } from "minisearch"
import { excerptOf } from "./excerpt"
import type { IndexedVariant, SearchIndex } from "./search-index"
import { changesFor, type Chosen, type Variant } from "./variants"
import { commonWords, wordsOf } from "./words"

export type Result = {
  /** With the heading's fragment: `/install#versions`. */
  address: string
  page: string
  /** Empty before the first heading of a page. */
  heading: string
  /** The line around the match, in parts. The parts at odd indexes match. */
  excerpt: string[]
  /** What matched, as entries of the index. */
  matches: ReadonlySet<string>
  /** What the reader must choose differently to see it. `{}` if they see it already. */
  changes: Partial<Chosen>
}

/** How much a match counts that the reader doesn't see with their choices. */
const unseenFactor = 0.35

const mostResults = 12
const mostOfOnePage = 4

/** The most edits between what's typed and a word of the guide. */
const editsIn = (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2)

/**
 * Finds the sections that match a query, the best first, each once. What the reader doesn't see with
 * their choices only counts where a section has no better match for them.
 */
export function find({ variants, entries }: SearchIndex, query: string, chosen: Chosen): Result[] {
  const words = wordsOf(query)
  const unique = [...new Set(words)]
  if (!unique.length) return []
  const telling = unique.filter((word) => !commonWords.has(word))
  const counted = telling.length ? telling : unique

  const exact = entries.search(unique.join(" "))
  const known = new Set(exact.flatMap(({ queryTerms }) => queryTerms))
  // A typo is a word that nothing in the guide begins with.
  const found =
    known.size === unique.length
      ? exact
      : entries.search(unique.join(" "), {
          fuzzy: (word) => (known.has(word) ? false : editsIn(word)),
        })

  const candidates = found.flatMap((result) => {
    const variant = variants[result.id as number]
    const share = counted.filter((word) => result.queryTerms.includes(word)).length / counted.length
    if (!variant || !share) return []
    const changes = changesFor(variant, chosen, words)
    const isSeen = Object.keys(changes).length === 0
    const score =
      result.score * share ** 2 * runFactor(variant, words) * (isSeen ? 1 : unseenFactor)
    return [{ result, variant, share, changes, isSeen, score }]
  })
  // For each section, the variant with the most of the words, and among these the one that is seen.
  const best = new Map<string, (typeof candidates)[number]>()
  for (const one of candidates) {
    const { address } = one.variant.section
    const other = best.get(address)
    if (!other || isBetter(one, other)) best.set(address, one)
  }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score)
  const leastShare = Math.max(0, ...ranked.map(({ share }) => share)) / 2
  const ofPage = new Map<string, number>()
  return ranked
    .filter(({ share, variant: { section } }) => {
      if (share < leastShare) return false
      const count = (ofPage.get(section.page) ?? 0) + 1
      ofPage.set(section.page, count)
      return count <= mostOfOnePage
    })
    .slice(0, mostResults)
    .map(({ result, variant, changes }) => resultOf(variant, result, changes))
}

type Candidate = { share: number; isSeen: boolean; changes: Partial<Chosen>; score: number }

function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.share !== other.share) return one.share > other.share
  if (one.isSeen !== other.isSeen) return one.isSeen
  const [changes, otherChanges] = [one, other].map((each) => Object.keys(each.changes).length)
  return changes === otherChanges ? one.score > other.score : (changes ?? 0) < (otherChanges ?? 0)
}

/**
 * Words that stand together as in the query say more than the same words apart: an error message is
 * found by its fixed part, although the rest of it varies.
 */
function runFactor({ words: { heading, prose, code } }: IndexedVariant, words: string[]): number {
  const inHeading = new Set(heading.trim().split(" "))
  const shared = words.filter((word) => inHeading.has(word)).length
  if (shared === words.length && inHeading.size <= shared) return 6
  if (words.length < 2) return shared ? 1.5 : 1
  const run = Math.max(
    longestRun(heading, words) * 1.2,
    longestRun(prose, words),
    longestRun(code, words) * 0.7,
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

function resultOf(variant: Variant, { terms }: SearchResult, changes: Partial<Chosen>): Result {
  const { address, page, heading } = variant.section
  const telling = terms.filter((term) => !commonWords.has(term))
  const matches = new Set(telling.length ? telling : terms)
  const excerpt = excerptOf(`${variant.prose}\n${variant.code}`, matches)
  return { address, page, heading, excerpt, matches, changes }
}
