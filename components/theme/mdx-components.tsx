import { Choice } from "../choice"
import { ChoiceTabs } from "../choice-tabs"
import { Callout } from "./callout"
import { CodeBlock } from "./code-block"
import { headings } from "./heading"
import { PageBody } from "./page-body"
import { PageTitle } from "./page-title"
import { ScrollingTable } from "./scrolling-table"
import { StaticText } from "./static-text"

/** The components for Markdown elements, and those that a page may use without an import. */
const components = {
  ...headings,
  Callout,
  Choice,
  ChoiceTabs,
  StaticText,
  h1: PageTitle,
  pre: CodeBlock,
  table: ScrollingTable,
  wrapper: PageBody,
}

/** Replaces `nextra/mdx`, which adds a context and an image viewer: see next.config.mjs. */
export const useMDXComponents = () => components
