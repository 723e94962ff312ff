import type { ComponentType, ReactNode } from "react"
import type { ChoiceName } from "../choices"

export type ToolsProps = {
  /** The choices that change something in the page: at least one. */
  choices: ChoiceName[]
  /** Whether the page offers the app for these choices as a download. */
  hasDownload: boolean
}

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
  /** The title of the menu's group whose pages are numbered steps. */
  steps: string
  /** The titles of the groups whose pages aren't read from start to end, so they have no tick. */
  withoutProgress: string[]
  /** Shown beside each page, and on phones in a sheet. */
  Demo: ComponentType
  /** Shown above the text of each page that has choices. */
  Tools: ComponentType<ToolsProps>
  Footer: ComponentType
}
