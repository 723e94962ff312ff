import { createContext, useContext } from "react"
import type { ChoiceName } from "../choices"
import type { GuideGroup } from "./guide-groups"
import type { ThemeConfig } from "./theme-config"

/** The settings of the theme in a page's front matter. */
export type FrontMatter = {
  description?: string
  /** `none`: the page has no demo. `placed`: the demo is in the text. */
  demo?: "none" | "placed"
  /** `front`: the page is as wide as the window allows, and the menu is behind its button. */
  layout?: "front"
  /** `none`: the page's choices are not those of an app to download. */
  download?: "none"
  /** The choices that change something in the page: plugins/choices.mjs finds them. */
  choices?: ChoiceName[]
}

/** The current page, and the guide that it belongs to. */
export type Page = {
  title: string
  /** Without query and fragment: `/install`. */
  address: string
  /** Path of its source from the top of the checkout: `pages/install.mdx`. */
  file: string
  /** When its source was last changed, in milliseconds since 1970. `undefined` without a Git history. */
  changedAtMs: number | undefined
  frontMatter: FrontMatter
  /** Only on the server: in the browser, it's empty. */
  guide: GuideGroup[]
  config: ThemeConfig
}

const PageContext = createContext<Page | undefined>(undefined)

export const PageProvider = PageContext.Provider

/**
 * Returns the current page.
 *
 * @throws {Error} Outside the theme's layout.
 */
export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error("usePage() only works inside the theme's layout.")
  return page
}
