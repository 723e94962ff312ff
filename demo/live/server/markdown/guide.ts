import guideAsMarkdown from "guide-as-markdown"
import type { ChoiceName } from "../../../../components/choices"
import type { PageMapItem } from "../../../../components/theme/guide-groups"

/** The whole guide as Markdown: made by plugins/markdown/guide-markdown-loader.mjs at build time. */
type Guide = {
  /** The site's name and what it is. */
  title: string
  /** Stands for the site's origin in the texts. */
  originPlaceholder: string
  /** The parts that texts consist of, each once. */
  chunks: string[]
  pages: GuidePage[]
  pageMap: PageMapItem[]
}

type GuidePage = {
  /** Without query and fragment: `/install`. */
  address: string
  title: string
  description: string
  /** The choices that the page depends on. */
  choices: ChoiceName[]
  /** The numbers of its chunks by the values of these choices, separated by spaces: `sqlite npm`. */
  variants: Record<string, number[]>
}

export const guide = guideAsMarkdown as Guide
