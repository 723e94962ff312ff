/** An entry of `pages/changelog.mdx`. */
export type ChangelogEntry = {
  /** Its fragment in the page, which begins with its date: `2026-11-24-drizzle`. */
  id: string
  title: string
  /** The day, as in `2026-11-24`. */
  date: string
  /** Its text, with links as the page has them. */
  html: string
}

/** The entries, the newest first, as they were when the site was built. */
export const changelog = JSON.parse(process.env.CHANGELOG ?? "[]") as ChangelogEntry[]
