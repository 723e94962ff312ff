import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../scripts/root"
import { fencesOf, sourceOf } from "./guide-pages"

/** What a reader can choose. Read, since Node and webpack import JSON each in a way of its own. */
export const choices: Record<string, { label: string; options: Record<string, string> }> =
  JSON.parse(readFileSync(join(root, "components/choices.json"), "utf8"))

/** Code that a page should show: where it is from, and for whom it is. */
export type Quotation = {
  file: string
  region?: string
  /** What a reader must have chosen to see it. */
  choice?: { name: string; value: string }
}

const attribute = (meta: string, name: string) => new RegExp(`\\s${name}="([^"]+)"`).exec(meta)?.[1]

/** The fences of a page that name a file: read from its source, independently of the loader. */
export function quotationsOf(page: string): Quotation[] {
  return fencesOf(sourceOf(page)).flatMap(({ meta }) => {
    const [file, region] = attribute(meta, "file")?.split("#") ?? []
    if (!file) return []
    const name = attribute(meta, "per")
    if (!name) return [{ file, region }]
    return Object.keys(choices[name]?.options ?? {}).map((value) => {
      const common = file.replaceAll(`{${name}}`, value)
      const own = common.replace("demo/starter/", `demo/starter/variants/${value}/`)
      const choice = { name, value }
      return { file: existsSync(join(root, own)) ? own : common, region, choice }
    })
  })
}

/** The path that the quoted file has in the reader's app. */
export const readersPathOf = ({ file }: Quotation) =>
  file
    .replace(/^demo\/starter\/(variants\/[^/]+\/)?/, "")
    .replace(/^prisma\/(sqlite|postgresql)\//, "prisma/")

/**
 * Whether a text is what a page quotes: the whole file, or the declaration of a name, which is whole
 * lines of the file and has the line that declares it.
 */
export function isQuoted(text: string, { file, region }: Quotation): boolean {
  const source = readFileSync(join(root, file), "utf8").replace(/\n$/, "")
  if (!region) return text === source
  const declaration = new RegExp(
    `^(export )?(default )?(async )?(const|let|function|class|type|interface|model|datasource|generator)\\b[^=]*\\b${region}\\b`,
    "m",
  )
  return `\n${source}\n`.includes(`\n${text}\n`) && text !== source && declaration.test(text)
}
