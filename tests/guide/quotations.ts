import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { choiceNames, choices, valuesOf, type ChoiceName } from "../../components/choices"
import { root } from "../../scripts/root"
import { fencesOf, sourceOf } from "./guide-pages"

/** Code that a page should show: where it is from, and for whom it is. */
export type Quotation = {
  file: string
  region?: string
  /** The path in the reader's app, where the page names another one than the file's own. */
  filename?: string
  /** What a reader must have chosen to see it. */
  choice?: { name: ChoiceName; value: string }
}

const attribute = (meta: string, name: string) => new RegExp(`\\s${name}="([^"]+)"`).exec(meta)?.[1]

/** The fences of a page that name a file: read from its source, independently of the loader. */
export function quotationsOf(page: string): Quotation[] {
  return fencesOf(sourceOf(page)).flatMap(({ meta, before }) => {
    const [file, region] = attribute(meta, "file")?.split("#") ?? []
    if (!file) return []
    const filename = attribute(meta, "filename")
    const name = attribute(meta, "per") as ChoiceName | undefined
    if (!name) return [{ file, region, filename, choice: choiceAround(before) }]
    const except = attribute(meta, "except")?.split(" ") ?? []
    const values = Object.keys(choices[name].options).filter((value) => !except.includes(value))
    return values.map((value) => {
      const common = file.replaceAll(`{${name}}`, value)
      const own = common.replace("demo/starter/", `demo/recipes/${value}/`)
      const choice = { name, value }
      return { file: existsSync(join(root, own)) ? own : common, region, filename, choice }
    })
  })
}

/** The `<Choice>` that is open where a text ends. */
function choiceAround(before: string): Quotation["choice"] {
  const open = before.slice(before.lastIndexOf("<Choice "))
  if (!open || open.includes("</Choice>")) return undefined
  const [, attribute, first, others = ""] = /^<Choice (\w+)="([\w-]+)([^"]*)/.exec(open) ?? []
  if (!attribute || !first) return undefined
  if (attribute !== "except") return { name: attribute as ChoiceName, value: first }
  const name = choiceNames.find((name) => valuesOf(name).includes(first))
  const value =
    name && valuesOf(name).find((value) => !`${first}${others}`.split(" ").includes(value))
  return name && value ? { name, value } : undefined
}

/** The path that the quoted file has in the reader's app. */
export const readersPathOf = ({ file, filename }: Quotation) =>
  filename ??
  file
    .replace(/^demo\/(?:starter|recipes\/[^/]+)\//, "")
    .replace(/^(?:prisma\/[^/]+\/migrations|migrations\/[^/]+)\//, "prisma/migrations/")
    .replace(/^prisma\/(?!migrations)[^/]+\//, "prisma/")
    .replace(/^\.env\.example$/, ".env")

/**
 * Whether a text is what a page quotes: the whole file, or the declaration of a name, which is whole
 * lines of the file and has the line that declares it.
 */
export function isQuoted(text: string, { file, region }: Quotation): boolean {
  const source = readFileSync(join(root, file), "utf8").replace(/\n$/, "")
  if (!region) return text === source
  const declaration = new RegExp(
    `^${region}=|^(export )?(default )?(async )?(const|let|function|class|type|interface|model|datasource|generator)\\b[^=]*\\b${region}\\b`,
    "m",
  )
  return `\n${source}\n`.includes(`\n${text}\n`) && text !== source && declaration.test(text)
}
