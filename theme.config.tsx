import { Chooser } from "./components/chooser"
import { Mark } from "./components/mark"
import { SiteFooter } from "./components/site-footer"
import { siteName, tagline } from "./components/site-name"
import type { ThemeConfig, ToolsProps } from "./components/theme/theme-config"
import { DownloadStarter } from "./demo/live/download/download-starter"
import { LiveDemo } from "./demo/live/panel/live-demo"

/** Above the text of a page that has choices: what it is shown for, and the app as a download. */
function Tools({ choices, hasDownload }: ToolsProps) {
  return (
    <div className="page-tools" data-embedded="">
      <Chooser names={choices} />
      {hasDownload && <DownloadStarter />}
    </div>
  )
}

const config: ThemeConfig = {
  siteName,
  tagline,
  logo: <Mark />,
  // From package.json: see next.config.mjs.
  version: { label: `next-auth ${process.env.NEXT_AUTH_VERSION}`, href: "/support-matrix" },
  repository: "https://github.com/passkeys-with-authjs/guide",
  steps: "Build",
  withoutProgress: ["When it goes wrong", "Reference"],
  Demo: LiveDemo,
  Tools,
  Footer: SiteFooter,
}

export default config
