import type { SearchResult } from "minisearch"
import { excerptOf } from "./excerpt"
import { messageFactor, messageShare } from "./message-share"
import { runFactor } from "./run-factor"
import type { IndexedVariant, SearchIndex } from "./search-index"
import { isReadersWord, queriesFor, type Query } from "./synonyms"
import { changesFor, unnamedOf, type Chosen } from "./variants"
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

/** How much a match counts that the reader neither sees with their choices nor asks for by its option. */
const unseenFactor = 0.35

/** A result with a score so many times lower than the best one is about something else. */
const mostTimesLower = 50

/** How much of a message must be there to count as the message: one word may have a typo. */
const leastMessageShare = 0.8

/** Of a query. Somebody may paste a whole log. */
const mostWords = 40

const mostResults = 12
const mostOfOnePage = 4

const wordsIn = (terms: string[]) => terms.flatMap((term) => term.split(" "))

/** The most edits between what's typed and a word of the guide. */
const editsIn = (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2)

/**
 * Finds the sections that match a query, the best first, each once. What the reader doesn't see with
 * their choices only counts where a section has no better match for them.
 */
export function find(index: SearchIndex, query: string, chosen: Chosen): Result[] {
  const words = wordsOf(query).slice(0, mostWords)
  const matches = queriesFor(words).flatMap((query) => matchesFor(index, query, chosen))
  const ranked = bestOfEachSection(matches).sort((a, b) => b.score - a.score)
  const leastScore = (ranked[0]?.score ?? 0) / mostTimesLower
  const leastShare = Math.max(0, ...ranked.map(({ share }) => share)) / 2
  const ofPage = new Map<string, number>()
  return ranked
    .filter(({ score, share, variant: { section } }) => {
      if (score < leastScore || share < leastShare) return false
      const count = (ofPage.get(section.page) ?? 0) + 1
      ofPage.set(section.page, count)
      return count <= mostOfOnePage
    })
    .slice(0, mostResults)
    .map(resultOf)
}

type Match = {
  variant: IndexedVariant
  /** Of the query. */
  words: string[]
  /** Entries of the index. */
  terms: string[]
  /**
   * Of the words that say something, how many are there: more than 0, up to 1. With a whole message
   * among them it's 1, since the others are the reader's own.
   */
  share: number
  changes: Partial<Chosen>
  /** How many choices the reader would have to change that they don't ask for. */
  changeCount: number
  score: number
}

function matchesFor(
  { variants, entries, weightOf }: SearchIndex,
  { terms: queryTerms, synonyms, factor }: Query,
  chosen: Chosen,
): Match[] {
  const words = wordsIn(queryTerms)
  const unique = [...new Set(words)]
  const telling = unique.filter((word) => !commonWords.has(word))
  const counted = telling.length ? telling : unique
  const weightIn = (some: string[]) => some.reduce((sum, word) => sum + weightOf(word), 0)
  return searchEntries(entries, unique).flatMap(({ id, score, queryTerms: found, terms }) => {
    const variant = variants[id as number]
    const queryShare = weightIn(counted.filter((word) => found.includes(word))) / weightIn(counted)
    if (!variant || !queryShare || !hasAll(variant, synonyms)) return []
    const said = messageShare(variant, new Set(terms))
    const share = Math.max(queryShare, said >= leastMessageShare ? said : 0)
    const changes = changesFor(variant, chosen, words)
    const changeCount = unnamedOf(changes, words).length
    const seenFactor = changeCount ? unseenFactor : 1
    const wordFactor = runFactor(variant, queryTerms, weightOf, said) * messageFactor(variant, said)
    const weighted = factor * score * share ** 2 * wordFactor * seenFactor
    return [{ variant, words, terms, share, changes, changeCount, score: weighted }]
  })
}

/** Whether a section has each of the terms, as they are. */
const hasAll = ({ words }: IndexedVariant, terms: string[]) =>
  terms.every((term) => Object.values(words).some((text) => text.includes(` ${term} `)))

/** A typo is a word that nothing in the guide begins with. */
function searchEntries(entries: SearchIndex["entries"], words: string[]): SearchResult[] {
  if (!words.length) return []
  const exact = entries.search(words.join(" "))
  const known = new Set(exact.flatMap(({ queryTerms }) => queryTerms))
  if (known.size === words.length) return exact
  return entries.search(words.join(" "), {
    fuzzy: (word) => (known.has(word) || isReadersWord(word) ? false : editsIn(word)),
  })
}

/** For each section, the variant with the most of the words, and among these what the reader sees. */
function bestOfEachSection(matches: Match[]): Match[] {
  const best = new Map<string, Match>()
  for (const match of matches) {
    const { address } = match.variant.section
    const other = best.get(address)
    if (!other || isBetter(match, other)) best.set(address, match)
  }
  return [...best.values()]
}

function isBetter(one: Match, other: Match): boolean {
  if (one.share !== other.share) return one.share > other.share
  if (one.changeCount !== other.changeCount) return one.changeCount < other.changeCount
  return one.score > other.score
}

function resultOf({ variant, words, terms, changes }: Match): Result {
  const { address, page, heading, description = "" } = variant.section
  const telling = terms.filter((term) => !commonWords.has(term))
  const matches = new Set(telling.length ? telling : terms)
  const excerpt = excerptOf(
    `${variant.messages}\n${variant.prose}\n${variant.code}\n${description}`,
    matches,
    words,
  )
  return { address, page, heading, excerpt, matches, changes }
}
