import { extraGroups, extras, type ExtraRecipe } from "../../download/starter-options"

/**
 * The README of the download with a section for each group of extras of which some were chosen: what each
 * of them is, what is left to do, and when to delete it.
 */
export function addToReadme(readme: string, chosen: string[]): string {
  const sections = extraGroups.flatMap((group) => {
    const names = Object.keys(group.extras).filter((name) => chosen.includes(name))
    if (names.length === 0) return []
    return [`## ${group.title}`, names.flatMap((name) => itemOf(extras[name])).join("\n")]
  })
  return [readme.trimEnd(), ...sections].join("\n\n") + "\n"
}

function itemOf(extra: ExtraRecipe | undefined): string[] {
  if (!extra) return []
  const { title, buys, toDo, deleteWhen } = extra
  // A feature isn't there to be deleted, so it says what to do instead.
  const next = toDo ?? `Delete it when ${lowerFirst(deleteWhen)}`
  return [`- **${title}.** ${buys} ${next}`]
}

const lowerFirst = (text: string) =>
  /^(Auth\.js|@)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
