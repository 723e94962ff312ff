// @ts-check
import { choiceOptions } from "../../components/choice-options.mjs"

/** @type {Record<string, { label: string, options: Record<string, string> }>} */
export const choices = choiceOptions

/**
 * Whether a `<Choice>` is for a reader.
 *
 * @param {Readonly<Record<string, string>>} props  Its attributes: a choice's name with values, or `except`.
 * @param {Readonly<Record<string, string>>} chosen The value of each choice.
 */
export function isChosen({ except, ...props }, chosen) {
  const isExcepted =
    except !== undefined && Object.values(chosen).some((value) => has(except, value))
  return (
    !isExcepted &&
    Object.keys(choices).every((name) => {
      const wanted = props[name]
      return wanted === undefined || has(wanted, chosen[name] ?? "")
    })
  )
}

/**
 * @param {string} values
 * @param {string} value
 */
const has = (values, value) => values.split(" ").includes(value)

/**
 * Every combination of the values of some choices, the defaults first.
 *
 * @param {string[]} names
 * @returns {Record<string, string>[]}
 */
export const combinationsOf = (names) =>
  names.reduce(
    (/** @type {Record<string, string>[]} */ all, name) =>
      all.flatMap((chosen) =>
        Object.keys(choices[name]?.options ?? {}).map((value) => ({ ...chosen, [name]: value })),
      ),
    [{}],
  )
