import type { Section } from "./sections"

export type Result = Section & {
  /** The text around what was found, in parts. Those at odd places are what was searched for. */
  excerpt: string[]
}

const mostResults = 12
const mostOfOnePage = 4

/** How many characters of an excerpt stand before what was found, and how many there are in all. */
const excerptSize = { before: 30, all: 140 }

/**
 * The sections that have all words of a query, the best first. A word may be a part of a longer one:
 * `authn` finds `enableWebAuthn`. Upper and lower case are the same.
 */
export function find(sections: Section[], query: string): Result[] {
  const phrase = query.trim().toLowerCase().replace(/\s+/g, " ")
  if (!phrase) return []
  const words = phrase.split(" ")
  const ranked = sections
    .map((section) => ({ section, score: scoreOf(section, words, phrase) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const ofPage = new Map<string, number>()
  return ranked
    .filter(({ section: { page } }) => {
      const count = (ofPage.get(page) ?? 0) + 1
      ofPage.set(page, count)
      return count <= mostOfOnePage
    })
    .slice(0, mostResults)
    .map(({ section }) => ({ ...section, excerpt: excerptOf(section.text, words, phrase) }))
}

/** 0 where a word is missing. What a heading says counts more than what the text says. */
function scoreOf({ page, heading, text }: Section, words: string[], phrase: string): number {
  const [inPage, inHeading, inText] = [page, heading, text].map((part) => part.toLowerCase()) as [
    string,
    string,
    string,
  ]
  let score = 0
  for (const word of words) {
    const ofWord =
      (inHeading.includes(word) ? 8 : 0) +
      (inPage.includes(word) ? 4 : 0) +
      (inText.includes(word) ? 1 : 0)
    if (!ofWord) return 0
    score += ofWord
  }
  if (inHeading === phrase || (!heading && inPage === phrase)) score += 40
  else if (inHeading.startsWith(phrase)) score += 20
  if (words.length > 1 && inText.includes(phrase)) score += 6
  return score
}

function excerptOf(text: string, words: string[], phrase: string): string[] {
  const plain = text.replace(/\s+/g, " ")
  const lower = plain.toLowerCase()
  const wanted = [phrase, ...words].find((word) => lower.includes(word))
  if (wanted === undefined) return [plain.slice(0, excerptSize.all)]
  const at = lower.indexOf(wanted)
  const start = Math.max(0, at - excerptSize.before)
  const end = at + wanted.length
  return [
    (start > 0 ? "…" : "") + plain.slice(start, at),
    plain.slice(at, end),
    plain.slice(end, start + excerptSize.all),
  ]
}
