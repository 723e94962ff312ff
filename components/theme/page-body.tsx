import type { ReactNode } from "react"
import { CopyPage } from "./copy-page"
import { DemoSheet } from "./demo-sheet"
import { EditLink } from "./edit-link"
import { HeadingsContext, OnThisPage, type TableOfContents } from "./on-this-page"
import { usePage } from "./page"
import styles from "./page-body.module.css"
import { PageFoot } from "./page-foot"

type Props = { toc: TableOfContents; children: ReactNode }

/** The text of a page, and beside it the live demo and the page's headings. */
export function PageBody({ toc, children }: Props) {
  const { frontMatter, config } = usePage()
  const { Demo, Tools } = config
  const { demo, choices, download, layout } = frontMatter
  // The front page leads on itself.
  const headings = layout === "front" ? [] : toc.filter(({ depth }) => depth <= 3)
  return (
    <HeadingsContext value={headings}>
      <main id="content" tabIndex={-1} className={styles.main}>
        <article className="prose">
          {choices && <Tools choices={choices} hasDownload={download !== "none"} />}
          {children}
        </article>
        {demo !== "none" && <PageFoot />}
      </main>
      {layout !== "front" && demo !== "none" && (
        <aside id="beside" aria-label="Page tools" className={styles.beside}>
          {!demo && (
            <DemoSheet>
              <Demo />
            </DemoSheet>
          )}
          <OnThisPage />
          <CopyPage place="beside" />
          <p className={styles.actions}>
            <EditLink />
          </p>
        </aside>
      )}
    </HeadingsContext>
  )
}
