import { pageMarkdown } from "../markdown/page-markdown"
import { siteOrigin } from "../site-address"
import type { StarterChoices } from "../starter-zip/starter-choices"
import { referencePath, referencesOf } from "./skill-references"
import { skillText } from "./skill-text"

/**
 * The files of the skill for these choices, by their paths: `SKILL.md`, and the guide's pages as they are
 * at their addresses with `.md`. Links between them lead to the files.
 */
export function skillFiles(choices: StarterChoices): Map<string, string> {
  const addresses = referencesOf(choices)
  const references = addresses.map((address): [string, string] => {
    const text = pageMarkdown(address, choices)
    if (text === undefined) throw new Error(`The skill names ${address}, which is no page.`)
    return [referencePath(address), withRelativeLinks(text, addresses)]
  })
  const files = [["SKILL.md", skillText(choices)] as [string, string], ...references]
  return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** `[Install](https://…/install#prisma)` → `[Install](install.md#prisma)`, if that page is a reference. */
function withRelativeLinks(markdown: string, addresses: string[]): string {
  const origin = siteOrigin()
  return markdown.replace(/\]\(([^)#\s]+)(#[^)\s]*)?\)/g, (link, url: string, fragment = "") => {
    const address = url.startsWith(`${origin}/`) ? url.slice(origin.length) : ""
    if (!addresses.includes(address)) return link
    return `](${referencePath(address).replace("references/", "")}${fragment})`
  })
}
