import { caseNames } from "./case-names"
import type { Predictions } from "./lab-store"

/** How many cases were predicted right, of those that were tried. */
export type Score = { right: number; tried: number }

const prefix = "#score="
const signs = new RegExp(`^[01-]{${caseNames.length}}$`)

export const scoreOf = (predictions: Predictions): Score => {
  const tried = Object.values(predictions)
  return { right: tried.filter(Boolean).length, tried: tried.length }
}

/** The fragment of a link that shares predictions: one sign a case. Browsers send it to no server. */
export const scoreFragment = (predictions: Predictions): string =>
  prefix +
  caseNames.map((name) => ({ true: "1", false: "0" })[String(predictions[name])] ?? "-").join("")

/** The score in a fragment. Nothing where it has none, or anything else in it. */
export function scoreInFragment(fragment: string): Score | undefined {
  const text = fragment.startsWith(prefix) ? fragment.slice(prefix.length) : ""
  if (!signs.test(text)) return undefined
  const count = (sign: string) => text.split(sign).length - 1
  const right = count("1")
  return { right, tried: right + count("0") }
}

/** A score in words, for a message. */
export const scoreText = ({ right, tried }: Score): string =>
  `I predicted ${right} of ${tried} passkey failures right.`
