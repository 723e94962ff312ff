import { groupPages, pagesOf } from "../../../../components/theme/guide-groups"
import { guide } from "./guide"
import { availableChoices, defaultChoices } from "./markdown-choices"
import { descriptionOf, pageMarkdown } from "./page-markdown"
import { siteOrigin } from "../site-address"

const groups = groupPages(guide.pageMap)

/**
 * The guide for a language model, as https://llmstxt.org describes it: a title, a summary, how to use
 * it, and every page with its Markdown and what it's about, in the groups and the order of the menu.
 */
export function llmsText(): string {
  const origin = siteOrigin()
  const sections = groups.map((group) => {
    const lines = pagesOf([group]).map(({ title, address }) => {
      const file = address === "/" ? "/index" : address
      return `- [${title}](${origin}${file}.md): ${descriptionOf(address)}`
    })
    return [`## ${group.title ?? "Guide"}`, "", ...lines].join("\n")
  })
  return `${[`# ${guide.title}`, `> ${descriptionOf("/")}`, howToUse(origin), ...sections].join("\n\n")}\n`
}

/** All pages in the order of the menu, in the default choices. */
export const llmsFullText = (): string =>
  pagesOf(groups)
    .map(({ address }) => pageMarkdown(address, defaultChoices))
    .join("\n---\n\n")

function howToUse(origin: string): string {
  const choices = Object.entries(availableChoices).map(
    ([name, values]) => `- \`${name}\`: ${values.map((value) => `\`${value}\``).join(", ")}`,
  )
  const example = `${origin}/install.md?database=postgresql&packageManager=pnpm`
  return [
    "Most pages depend on the reader's database and package manager. Add the reader's choices to the address of a page, for example " +
      `<${example}>. The first value of each is the default:`,
    choices.join("\n"),
    `All pages in one text, for the defaults: <${origin}/llms-full.txt>`,
    `The pages as a skill for coding assistants, in a zip file for the same choices: <${origin}/api/skill>`,
  ].join("\n\n")
}
