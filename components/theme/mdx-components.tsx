import { Choice } from "../choice"
import { ChoiceTabs } from "../choice-tabs"
import { Callout } from "./callout"
import { CodeBlock } from "./code-block"
import { headings } from "./heading"
import { PageBody } from "./page-body"
import { PageTitle } from "./page-title"
import { ScrollingTable, TableHeading } from "./scrolling-table"
import { StaticText } from "./static-text"

/** The components for Markdown elements, and those that a page may use without an import. */
const components = {
  Callout,
  Choice,
  // MDX asks for it where a page uses it.
  ChoiceTabs: StaticText,
  StaticText,
  wrapper: PageBody,
  // In production, the browser never renders these: plugins/static-text.mjs refuses a page where it would.
  ...((typeof window === "undefined" || process.env.NODE_ENV !== "production") && {
    ...headings,
    ChoiceTabs,
    h1: PageTitle,
    pre: CodeBlock,
    table: ScrollingTable,
    th: TableHeading,
  }),
}

/** Replaces `nextra/mdx`, which adds a context and an image viewer: see next.config.mjs. */
export const useMDXComponents = () => components
