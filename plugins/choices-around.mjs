// @ts-check
import { choiceOptions } from "../components/choice-options.mjs"

/**
 * For whom something in a page is: the values of each choice that the `<Choice>` elements around it
 * name. Empty when it is for everybody.
 *
 * @typedef {Record<string, string[]>} Condition
 */

/** @type {Record<string, { options: Record<string, string> }>} */
const choices = choiceOptions

/**
 * For whom a place in a page is.
 *
 * @param {string} before The page up to that place.
 * @returns {Condition}
 */
export function choicesAround(before) {
  /** @type {Condition[]} */
  const open = []
  for (const [tag, attributes = ""] of before.matchAll(/<Choice\s([^>]*)>|<\/Choice>/g))
    if (tag === "</Choice>") open.pop()
    else open.push(conditionOf(attributes))
  return Object.assign({}, ...open)
}

/**
 * For whom something is that a page has in several places.
 *
 * @param {Condition[]} places
 * @returns {Condition}
 */
export function anyOf(places) {
  const names = Object.keys(choices).filter((name) => places.every((place) => name in place))
  return Object.fromEntries(
    names.map((name) => [name, [...new Set(places.flatMap((place) => place[name] ?? []))]]),
  )
}

/**
 * @param {string} attributes As in `database="sqlite"` or `except="mongodb"`.
 * @returns {Condition}
 */
function conditionOf(attributes) {
  const given = Array.from(
    attributes.matchAll(/(\w+)="([^"]*)"/g),
    ([, name = "", values = ""]) => /** @type {const} */ ([name, values.split(" ")]),
  )
  return Object.fromEntries(
    given.map(([name, values]) => (name === "except" ? allBut(values) : [name, values])),
  )
}

/**
 * No two choices have a value in common.
 *
 * @param {string[]} excepted
 * @returns {[string, string[]]}
 */
function allBut(excepted) {
  for (const [name, { options }] of Object.entries(choices)) {
    const values = Object.keys(options)
    if (values.includes(excepted[0] ?? ""))
      return [name, values.filter((value) => !excepted.includes(value))]
  }
  throw new Error(`No choice has the value ${excepted.join(" ")}.`)
}
