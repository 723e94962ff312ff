import { Mark } from "./components/mark"
import { PageTools } from "./components/page-tools"
import { SiteFooter } from "./components/site-footer"
import type { ThemeConfig } from "./components/theme/theme-config"
import { LiveDemo } from "./demo/live/panel/live-demo"

const config: ThemeConfig = {
  siteName: "Passkeys with Auth.js",
  tagline: "the guide you can sign in to",
  logo: <Mark />,
  // From package.json: see next.config.mjs.
  version: { label: `next-auth ${process.env.NEXT_AUTH_VERSION}`, href: "/support-matrix" },
  repository: "https://github.com/passkeys-with-authjs/guide",
  Demo: LiveDemo,
  Tools: PageTools,
  Footer: SiteFooter,
}

export default config
