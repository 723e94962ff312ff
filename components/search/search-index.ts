import MiniSearch from "minisearch"
import type { Section } from "./load-sections"
import { optionsOf, variantsOf, type Variant } from "./variants"
import { commonWords, entriesOf, joinedWord, wordsOf } from "./words"

export type SearchIndex = {
  variants: IndexedVariant[]
  /** Their `id` is the position of the variant. */
  entries: MiniSearch<Entry>
  weightOf: WeightOf
}

/** How much a word says: less, the more sections have it. From 0 to 1, for a word that none has. */
export type WeightOf = (word: string) => number

/** The words of each part, separated and surrounded by spaces, and those of each line of a message. */
export type IndexedVariant = Variant & {
  messageWords: string[][]
  /** Whether its page is about an error, and has its messages. */
  isOfError: boolean
  words: { heading: string; description: string; prose: string; code: string; messages: string }
}

type Entry = {
  id: number
  heading: string
  page: string
  /** What the page is about, before its first heading. */
  description: string
  /** The options that show the text, if it isn't for everybody: `MySQL, MariaDB`. */
  options: string
  prose: string
  /** The rows of tables. */
  tables: string
  code: string
  /** The names that the code declares: `usePasskeys` of `export function usePasskeys()`. */
  declared: string
  messages: string
}

/**
 * How much a word counts by where it is. Quoted code repeats the same names on many pages, and is shown
 * where it's explained on the one that declares them. A long table repeats a name in many rows: apart
 * from the prose, it doesn't add to what the prose says of it.
 */
const boost = {
  heading: 5,
  page: 2,
  description: 3,
  options: 1,
  prose: 2,
  tables: 2,
  code: 0.6,
  declared: 1.5,
  messages: 4,
}

/** How many sections are added before the page may do something else. */
const chunkSize = 25

/** Indexes what each section says to each reader, without blocking the page. */
export async function createIndex(sections: Section[]): Promise<SearchIndex> {
  const entries = new MiniSearch<Entry>({
    fields: Object.keys(boost),
    tokenize: (text) => text.match(joinedWord) ?? [],
    processTerm: entriesOf,
    searchOptions: {
      boost,
      tokenize: (query) => query.split(" "),
      processTerm: (word) => word,
      boostTerm: (word) => (commonWords.has(word) ? 0.1 : 1),
      prefix: (word, _index, words) => word.length > 1 || words.length === 1,
    },
  })
  const ofErrors = new Set(
    sections.filter(({ pieces }) => pieces.some(({ isMessage }) => isMessage)).map(pathOf),
  )
  const variants = sections.flatMap(variantsOf).map((variant) => ({
    ...withWords(variant),
    isOfError: ofErrors.has(pathOf(variant.section)),
  }))
  const documents = variants.map((variant, id) => ({
    id,
    heading: headingOf(variant),
    page: variant.section.page,
    description: variant.section.description ?? "",
    options: optionsOf(variant).join(", "),
    prose: linesOf(variant.prose, false),
    tables: linesOf(variant.prose, true),
    code: variant.code,
    declared: declaredIn(variant.code),
    messages: variant.messages,
  }))
  await entries.addAllAsync(documents, { chunkSize })
  return { variants, entries, weightOf: weightsIn(variants) }
}

/** As BM25 does: by the logarithm of how rare a word is. */
function weightsIn(variants: IndexedVariant[]): WeightOf {
  const counts = new Map<string, number>()
  for (const { words } of variants)
    for (const word of new Set(Object.values(words).join("").split(" ")))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  const rarity = (count: number) => Math.log(1 + variants.length / (count + 1))
  return (word) => ((commonWords.has(word) ? 0.25 : 1) * rarity(counts.get(word) ?? 0)) / rarity(0)
}

/** Before the first heading, it's the title of the page. */
const headingOf = ({ section: { heading, page } }: Variant) => heading || page

/** The address of a section's page. */
const pathOf = ({ address }: Section) => address.replace(/#.*/, "")

/** The lines of a text that are rows of a table, or the others. A cell ends with a tab. */
const linesOf = (text: string, areRows: boolean) =>
  text
    .split("\n")
    .filter((line) => line.includes("\t") === areRows)
    .join("\n")

/** In TypeScript and in Prisma's schema. */
const declaration = /\b(?:function|const|class|type|interface|model)\s+(\w+)/g

const declaredIn = (code: string) =>
  [...code.matchAll(declaration)].map(([, name]) => name).join(" ")

function withWords(variant: Variant) {
  const [heading = "", description = "", prose = "", code = "", messages = ""] = [
    headingOf(variant),
    variant.section.description ?? "",
    variant.prose,
    variant.code,
    variant.messages,
  ].map((text) => ` ${wordsOf(text).join(" ")} `)
  const messageWords = variant.messages.split("\n").map(wordsOf).filter(isTelling)
  return { ...variant, messageWords, words: { heading, description, prose, code, messages } }
}

/** Whether the words of a line are enough to know a message by. */
const isTelling = (words: string[]) => words.join("").length >= 8
