import { entriesOf, joinedWord } from "./words"

/** The most characters of an excerpt before its first match, and in all. */
const most = { before: 40, all: 150 }

/**
 * The line of a text that has the most of the matches, cut to a readable length.
 *
 * @param matches Entries of the index.
 * @param words   The words of the query. A line has a word once, whatever begins with it.
 * @returns The line in parts. The parts at odd indexes are words that match.
 */
export function excerptOf(text: string, matches: ReadonlySet<string>, words: string[]): string[] {
  let best: string[] = []
  let mostMatches = -1
  for (const line of text.split("\n")) {
    const readable = line.trim().replace(/\t+/g, " · ").replace(/\s+/g, " ")
    if (!readable) continue
    const { parts, found } = markedParts(readable, matches, words)
    if (found <= mostMatches) continue
    mostMatches = found
    best = parts
  }
  return cut(best)
}

function markedParts(line: string, matches: ReadonlySet<string>, words: string[]) {
  const parts: string[] = []
  const found = new Set<string>()
  let end = 0
  for (const { 0: word, index } of line.matchAll(joinedWord)) {
    const ofWord = entriesOf(word).filter((entry) => matches.has(entry))
    if (!ofWord.length) continue
    for (const entry of ofWord) found.add(words.find((one) => entry.startsWith(one)) ?? entry)
    parts.push(line.slice(end, index), word)
    end = index + word.length
  }
  return { parts: [...parts, line.slice(end)], found: found.size }
}

function cut([first = "", ...parts]: string[]): string[] {
  const start = first.length > most.before ? first.indexOf(" ", first.length - most.before) + 1 : 0
  const kept = [(start ? "…" : "") + first.slice(start)]
  let left = most.all - (first.length - start)
  for (const part of parts) {
    if (left <= 0) break
    const end = Math.max(0, part.lastIndexOf(" ", left))
    kept.push(part.length > left ? `${part.slice(0, end).trimEnd()}…` : part)
    left -= part.length
  }
  return kept
}
