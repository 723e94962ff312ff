import type { ComponentType, ReactNode } from "react"

/** The settings in `theme.config.tsx`. */
export type ThemeConfig = {
  siteName: string
  /** Follows the site's name in the title of the front page. */
  tagline: string
  logo: ReactNode
  /** The version that the guide is for, with the page that says more about it. */
  version: { label: string; href: string }
  /** The repository's address, without a slash at the end. Edit links lead into it. */
  repository: string
  /** Shown beside each page, and on phones in a sheet. */
  Demo: ComponentType
  /** Shown above the text of each page. */
  Tools: ComponentType
  Footer: ComponentType
}
