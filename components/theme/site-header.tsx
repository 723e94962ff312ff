import { useRouter } from "next/router"
import { SearchBox } from "../search/search-box"
import { ColorSchemeSwitch } from "./color-scheme-switch"
import { goTo } from "./go-to"
import { MenuButton } from "./guide-menu"
import { usePage } from "./page"
import styles from "./site-header.module.css"

/** The top of every page: the site's name, the version that it's for, search and colors. */
export function SiteHeader() {
  const { config, frontMatter } = usePage()
  const router = useRouter()
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      {frontMatter.demo !== "none" && (
        <a className={styles.skip} href="#live-demo">
          Skip to the live demo
        </a>
      )}
      <div className={styles.row}>
        <MenuButton />
        <a className={styles.home} href="/">
          {config.logo}
          <span className={styles.name}>{config.siteName}</span>
        </a>
        <a className={styles.version} href={config.version.href}>
          {config.version.label}
        </a>
        <div className={styles.search}>
          <SearchBox onChoose={(address) => goTo(router, address)} />
        </div>
        <ColorSchemeSwitch />
        <a className={styles.repository} href={config.repository} aria-label="Repository" />
      </div>
    </header>
  )
}
