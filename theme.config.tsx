import { getComponents, useConfig, type DocsThemeConfig } from "nextra-theme-docs"
import type { ComponentType, ReactNode } from "react"
import { Choice } from "./components/choice"
import { Chooser } from "./components/chooser"
import { Mark } from "./components/mark"
import { SiteFooter } from "./components/site-footer"
import { DownloadStarter } from "./demo/live/download/download-starter"
import { LiveDemo } from "./demo/live/panel/live-demo"

const siteName = "Passkeys with Auth.js"
/** Edit links and the header point here. */
const repository = "https://github.com/passkeys-with-authjs/guide"

type WrapperProps = { toc: unknown; children: ReactNode }
const ThemeWrapper = getComponents({ isRawLayout: false })
  .wrapper as unknown as ComponentType<WrapperProps>

/** Every page of the guide has the live demo: after its prose, or where its front matter says. */
function Wrapper({ toc, children }: WrapperProps) {
  const { demo, chooser } = useConfig().frontMatter
  return (
    <ThemeWrapper toc={toc}>
      {demo !== "none" && chooser !== "none" && (
        <div className="page-tools">
          <Chooser />
          <DownloadStarter />
        </div>
      )}
      {children}
      {demo !== "none" && demo !== "placed" && <LiveDemo />}
    </ThemeWrapper>
  )
}

function Head() {
  const { frontMatter, title } = useConfig()
  const full =
    title === "Introduction"
      ? `${siteName}: the guide you can sign in to`
      : `${title} · ${siteName}`
  return (
    <>
      <title>{full}</title>
      <meta name="description" content={frontMatter.description} />
      <meta property="og:title" content={full} />
      <meta property="og:description" content={frontMatter.description} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    </>
  )
}

const config: DocsThemeConfig = {
  logo: (
    <span className="site-name">
      <Mark />
      <span>{siteName}</span>
    </span>
  ),
  head: Head,
  color: {
    hue: { light: 160, dark: 157 },
    saturation: { light: 83, dark: 60 },
    lightness: { light: 25, dark: 53 },
  },
  backgroundColor: { light: "255,255,255", dark: "14,20,18" },
  docsRepositoryBase: `${repository}/blob/main`,
  project: { link: repository },
  feedback: { content: null },
  editLink: { content: "Edit this page" },
  toc: { float: false, backToTop: null },
  sidebar: { toggleButton: false, defaultMenuCollapseLevel: 1 },
  search: { placeholder: "Search the guide…" },
  footer: { component: SiteFooter },
  components: { wrapper: Wrapper as never, Choice: Choice as never },
}

export default config
