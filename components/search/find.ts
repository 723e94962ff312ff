import type { Section } from "./sections"

export type Result = Section & {
  /** The text around the match, in parts. The parts at odd indexes are the match. */
  excerpt: string[]
}

const mostResults = 12
const mostOfOnePage = 4

/** The length of an excerpt before the match, and in all, in characters. */
const excerptSize = { before: 30, all: 140 }

/**
 * Returns the sections that contain every word of a query, the best first. A word may be part of a
 * longer one: `authn` finds `enableWebAuthn`. The case doesn't matter.
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

/** Returns 0 if a word is missing. Words in a heading count more than words in the text. */
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
