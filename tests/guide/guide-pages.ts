import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import meta from "../../pages/_meta.js"
import { isErrorAddress } from "../../plugins/errors/error-page.mjs"
import { root } from "../../scripts/root"

const hidden = Object.entries(meta as Record<string, string | { display?: string }>)
  .filter(([, entry]) => typeof entry === "object" && entry.display === "hidden")
  .map(([name]) => name)

/** All pages of the guide: all but those of HTTP errors, which the menu hides. */
export const allPages = readdirSync(join(root, "pages"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".mdx"))
  .map((file) => file.slice(0, -".mdx".length).replaceAll("\\", "/"))
  .filter((name) => !hidden.includes(name))
  .map((name) => ({ name, address: `/${name.replace(/(^|\/)index$/, "")}` }))

/** The pages that the menu lists. */
export const listedPages = allPages.filter(({ address }) => !isErrorAddress(address))

/** The pages of errors, which are alike: errors.spec.ts visits them all. */
export const errorAddresses = allPages.map(({ address }) => address).filter(isErrorAddress)

/** One with a message of one line, and one with several messages. */
const samples = ["/errors/missing-adapter", "/errors/unexpected-origin"]

/** The pages that are tested one by one: those in the menu, and two of the errors'. */
export const guidePages = allPages.filter(
  ({ address }) => !isErrorAddress(address) || samples.includes(address),
)

/** A page's source, as its author wrote it. */
export const sourceOf = (name: string) => readFileSync(join(root, `pages/${name}.mdx`), "utf8")

export type Fence = {
  language: string
  meta: string
  code: string
  /** What is before it in the page. */
  before: string
}

/** The code blocks in a page's source, in order. */
export function fencesOf(source: string): Fence[] {
  const fences = source.matchAll(/^([ \t]*)(`{3,})(\w*)([^\n]*)\n([^]*?)^\1\2[ \t]*$/gm)
  return Array.from(fences, (fence) => {
    const [, indent = "", , language = "", meta = "", body = ""] = fence
    const code = body.replaceAll(new RegExp(`^${indent}`, "gm"), "")
    return { language, meta, code, before: source.slice(0, fence.index) }
  })
}

/** Two looks of the site, with both colour schemes and both ends of its widths between them. */
export const looks = [
  { colorScheme: "light", viewport: { width: 390, height: 844 } },
  { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
] as const
