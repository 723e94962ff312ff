/** A page of the guide, for what's said of it elsewhere: on its card, in the sitemap. */
export type GuidePage = {
  /** `/database/notes`. */
  address: string
  title: string
  description: string
  /** Its group in the menu, and the page above it, if there is one. */
  section: string
  /** When its source was last committed, in milliseconds since 1970. Absent without a Git history. */
  changedAtMs?: number
}

/** The pages of the guide, in the order of the menu, as they were when the site was built. */
export const guidePages = JSON.parse(process.env.GUIDE_PAGES ?? "[]") as GuidePage[]
