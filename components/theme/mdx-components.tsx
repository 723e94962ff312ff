import { Choice } from "../choice"
import { Callout } from "./callout"
import { CodeBlock } from "./code-block"
import { headings } from "./heading"
import { htmlBlocks } from "./html-block"
import { PageBody } from "./page-body"
import { ScrollingTable } from "./scrolling-table"

/** What the elements of a page's Markdown become, and what a page may use without an import. */
const components = {
  ...headings,
  ...htmlBlocks,
  Callout,
  Choice,
  pre: CodeBlock,
  table: ScrollingTable,
  wrapper: PageBody,
}

/** In place of `nextra/mdx`, which brings a context, and a viewer for images: see next.config.mjs. */
export const useMDXComponents = () => components
