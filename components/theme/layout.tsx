import { useRouter } from "next/router"
import type { NextraThemeLayoutProps } from "nextra"
import { useEffect, useMemo, useState } from "react"
import textStyles from "../text.module.css"
import { followChoiceTabs } from "../follow-choice-tabs"
import { rememberHtml } from "./page-html"
import { copyCode } from "./copy-code"
import { followLinks } from "./follow-links"
import { followProgress } from "./follow-progress"
import { groupPages, pageInMenu, type PageMapItem } from "./guide-groups"
import { GuideMenu } from "./guide-menu"
import styles from "./layout.module.css"
import { listenForFeedback } from "./listen-for-feedback"
import { PageProvider, type Page } from "./page"
import { PageHead } from "./page-head"
import { SiteHeader } from "./site-header"
import type { ThemeConfig } from "./theme-config"

/**
 * The frame of every page: header, menu and footer. React keeps it while the reader moves between
 * pages, so the menu keeps its scroll position. No other component of the theme depends on Nextra.
 */
export default function Layout({ children, pageOpts, themeConfig }: NextraThemeLayoutProps) {
  const router = useRouter()
  const [announced, setAnnounced] = useState("")
  const config = themeConfig as ThemeConfig
  const guide = useMemo(() => groupPages(pageOpts.pageMap as PageMapItem[]), [pageOpts.pageMap])
  const page: Page = {
    title: pageOpts.title,
    address: router.route,
    file: pageOpts.filePath,
    changedAtMs: pageOpts.timestamp,
    frontMatter: pageOpts.frontMatter,
    guide,
    config,
  }
  useEffect(
    () => followLinks((path) => pageInMenu(guide, path) !== undefined, router),
    [guide, router],
  )
  useEffect(() => rememberHtml(router.route), [router.route])
  useEffect(() => copyCode(setAnnounced), [])
  useEffect(listenForFeedback, [])
  // For paper: print.css. On a screen, the browser shows it.
  useEffect(() => {
    document.body.dataset.address = location.origin + router.route
  }, [router.route])
  useEffect(() => followProgress(router.route, setAnnounced), [router.route])
  // Each page has tabs of its own.
  useEffect(() => followChoiceTabs(), [router.route])
  const { Footer } = config
  return (
    <PageProvider value={page}>
      <PageHead />
      <SiteHeader />
      <div className={styles.columns} data-layout={page.frontMatter.layout}>
        <GuideMenu />
        {children}
      </div>
      <div className={styles.foot}>
        <Footer />
      </div>
      <div role="status" className={textStyles.visuallyHidden}>
        {announced}
      </div>
    </PageProvider>
  )
}
