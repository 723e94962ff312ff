import { createContext, useContext } from "react"
import type { GuideGroup } from "./guide-groups"
import type { ThemeConfig } from "./theme-config"

/** What a page's front matter may say to the theme. */
export type FrontMatter = {
  description?: string
  /** `none`: the page has no demo. `placed`: it stands in the text. */
  demo?: "none" | "placed"
  /** `none`: the page shows the same whatever is chosen. */
  chooser?: "none"
}

/** The page that is shown, and the guide that it is in. */
export type Page = {
  title: string
  /** Without query and fragment: `/install`. */
  address: string
  /** Path of its source from the top of the checkout: `pages/install.mdx`. */
  file: string
  /** When its source was last changed, in milliseconds since 1970, where the build could tell. */
  changedAtMs: number | undefined
  frontMatter: FrontMatter
  guide: GuideGroup[]
  config: ThemeConfig
}

const PageContext = createContext<Page | undefined>(undefined)

export const PageProvider = PageContext.Provider

/**
 * The page that is shown.
 *
 * @throws {Error} Outside the theme's layout.
 */
export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error("usePage() works within the theme's layout only.")
  return page
}
