import { choiceNames, choices, valuesOf, type ChoiceName } from "../choices"
import type { Conditions, Piece, Section } from "./load-sections"
import { wordsOf } from "./words"

/** A value for each choice. */
export type Chosen = Record<ChoiceName, string>

/** What a section says to some readers. */
export type Variant = {
  section: Section
  prose: string
  code: string
  /** The messages of the error that the page is about, or empty. */
  messages: string
  /** Each is what a reader must have chosen to see this text, as far as it matters. */
  shownFor: Partial<Chosen>[]
}

/** The different texts that a section has, depending on what a reader has chosen. */
export function variantsOf(section: Section): Variant[] {
  const variants = new Map<string, Variant>()
  for (const chosen of combinationsOf(section)) {
    if (!isShown(section, chosen)) continue
    const pieces = section.pieces.filter((piece) => isShown(piece, chosen))
    const prose = textOf(pieces.filter(({ isCode, isMessage }) => !isCode && !isMessage))
    const code = textOf(pieces.filter(({ isCode }) => isCode))
    const messages = textOf(pieces.filter(({ isMessage }) => isMessage))
    const key = JSON.stringify([prose, code, messages])
    const known = variants.get(key)
    if (known) known.shownFor.push(chosen)
    else variants.set(key, { section, prose, code, messages, shownFor: [chosen] })
  }
  return [...variants.values()]
}

const textOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join("")

/** Every combination of the choices that matter in a section. The defaults come first. */
function combinationsOf({ for: ofHeading = {}, pieces }: Section): Partial<Chosen>[] {
  const conditions = [ofHeading, ...pieces.map((piece) => piece.for ?? {})]
  const names = choiceNames.filter((name) => conditions.some((one) => one[name]))
  return names.reduce<Partial<Chosen>[]>(
    (combinations, name) =>
      combinations.flatMap((one) => valuesOf(name).map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
}

const isShown = ({ for: wanted = {} }: { for?: Conditions }, chosen: Partial<Chosen>) =>
  choiceNames.every((name) => wanted[name]?.includes(chosen[name] ?? "") ?? true)

/**
 * What a reader would have to choose differently to see a variant. `{}` if they see it already. If
 * there are several ways, the one that changes the fewest choices, and among these what they asked for.
 *
 * @param words What they search for, as `wordsOf` returns it.
 */
export function changesFor(
  { shownFor }: Variant,
  chosen: Chosen,
  words: string[],
): Partial<Chosen> {
  const ways = shownFor.map((wanted) => {
    const changes: Partial<Chosen> = Object.fromEntries(
      Object.entries(wanted).filter(([name, value]) => chosen[name as ChoiceName] !== value),
    )
    const named = wordsOf(labelsOf(changes).join(" ")).filter((word) => words.includes(word))
    return { changes, size: Object.keys(changes).length - (named.length ? 0.5 : 0) }
  })
  return ways.sort((a, b) => a.size - b.size)[0]?.changes ?? {}
}

/**
 * Of the choices to change, those whose option isn't named by what the reader searches for: who writes "SQL
 * Server" asks for what only SQL Server shows.
 *
 * @param words As `wordsOf` returns them.
 */
export const unnamedOf = (changes: Partial<Chosen>, words: string[]): string[] =>
  labelsOf(changes).filter(
    (label) =>
      !label.split(", ").some((name) => wordsOf(name).every((word) => words.includes(word))),
  )

/** The options that show a variant, by their labels. None if its section is the same for everybody. */
export function optionsOf({ shownFor }: Variant): string[] {
  const labels = shownFor.flatMap((wanted) => labelsOf(wanted))
  return [...new Set(labels)]
}

/** `{ database: "mysql" }` → `["MySQL, MariaDB"]`. */
export const labelsOf = (chosen: Partial<Chosen>): string[] =>
  choiceNames.flatMap((name) => choices[name].options[chosen[name] ?? ""] ?? [])
